// SPDX-License-Identifier: Apache-2.0
package lithe.device;

/// The outside surfaces of the phone.
///
/// @param front the screen side
/// @param back the back
/// @param edges the four edges
public record Surfaces(Surface front, Surface back, Surface edges) {

    /// Returns the surface of a face.
    ///
    /// @param face the face
    /// @return its surface
    public Surface of(Face face) {
        return switch (face) {
            case FRONT -> front;
            case BACK -> back;
            case LEFT, RIGHT, TOP, BOTTOM -> edges;
        };
    }
}
