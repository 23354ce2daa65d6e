// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// How much of the cell is resolved.
public enum Model {
    /// One particle per electrode, no electrolyte.
    SPM("SPM"),
    /// One particle per electrode, with electrolyte.
    SPME("SPMe"),
    /// Doyle–Fuller–Newman: particles all along both coats.
    DFN("DFN");

    private final String word;

    Model(String word) {
        this.word = word;
    }

    /// Returns the usual short name.
    ///
    /// @return the short name
    public String word() {
        return word;
    }

    /// Finds a model by its usual short name.
    ///
    /// @param word SPM, SPMe or DFN, in any case
    /// @return the model
    /// @throws IllegalArgumentException when there is no such model
    public static Model named(String word) {
        for (var model : values()) {
            if (model.word.equalsIgnoreCase(word)) {
                return model;
            }
        }
        throw new IllegalArgumentException("model must be SPM, SPMe or DFN, but is " + word);
    }

    Physics physics(ParameterSet set, Resolution mesh) {
        return switch (this) {
            case SPM -> new SingleParticle(set, mesh, false);
            case SPME -> new SingleParticle(set, mesh, true);
            case DFN -> new Newman(set, mesh);
        };
    }
}
