// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.List;

/// Claims about one product.
///
/// @param name what they are about
/// @param source where they were made
/// @param variants the phones they are tested with, the phone as it is first
/// @param claims the claims, in the order of their file
public record Claims(String name, String source, List<Variant> variants, List<Claim> claims) {

    /// Takes copies.
    public Claims {
        variants = List.copyOf(variants);
        claims = List.copyOf(claims);
    }

    /// Finds a variant.
    ///
    /// @param variant its name
    /// @return the variant
    /// @throws IllegalArgumentException when there is none
    public Variant variant(String variant) {
        return variants.stream()
                .filter(v -> v.name().equals(variant))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no variant named " + variant));
    }

    /// Returns the same with some claims only.
    ///
    /// @param ids their ids; none for all
    /// @return those claims
    /// @throws IllegalArgumentException when one is not there
    public Claims only(List<String> ids) {
        List<String> known = claims.stream().map(Claim::id).toList();
        for (var id : ids) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException("no claim has the id %s; there are: %s".formatted(id, String.join(", ", known)));
            }
        }
        return new Claims(name, source, variants, claims.stream().filter(c -> ids.isEmpty() || ids.contains(c.id())).toList());
    }
}
