// SPDX-License-Identifier: Apache-2.0
package lithe.device;

/// A rectangle of a face and how it exchanges heat. Coordinates are fractions of the face: along x (or y for the left and
/// right edges) and along y (or z for the four edges).
///
/// @param face the face
/// @param u0 start along the first direction, 0 to 1
/// @param u1 end along the first direction, 0 to 1
/// @param v0 start along the second direction, 0 to 1
/// @param v1 end along the second direction, 0 to 1
/// @param exchange what happens there
public record Patch(Face face, double u0, double u1, double v0, double v1, Exchange exchange) {

    /// Returns a patch over a whole face.
    ///
    /// @param face the face
    /// @param exchange what happens there
    /// @return the patch
    public static Patch whole(Face face, Exchange exchange) {
        return new Patch(face, 0, 1, 0, 1, exchange);
    }
}
