// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lithe.explore.claim.Claims;

/// A claims file: experiments about one phone, checked against its device file.
///
/// @param file the file as the user named it
/// @param claims the experiments
/// @param phones device files by the name under which variants use them; the phone that is asked about has the empty name
/// @param sha256 hash of the file, 64 hexadecimal digits
public record ClaimsFile(String file, Claims claims, Map<String, DeviceFile> phones, String sha256) {

    /// Takes a copy.
    public ClaimsFile {
        phones = Collections.unmodifiableMap(new LinkedHashMap<>(phones));
    }

    /// Finds the claims file of a device: `claims/NAME.yaml` beside the folder of the device file or in it, or
    /// `NAME.claims.yaml` beside it.
    ///
    /// @param device the device file
    /// @return the places to look at, in this order
    public static List<Path> of(Path device) {
        var name = String.valueOf(device.getFileName()).replaceFirst("\\.ya?ml$", "");
        var folder = device.getParent() == null ? Path.of("") : device.getParent();
        return List.of(
                folder.resolve("..").resolve("claims").resolve(name + ".yaml").normalize(),
                folder.resolve("claims").resolve(name + ".yaml"),
                folder.resolve(name + ".claims.yaml"));
    }

    /// Reads a claims file.
    ///
    /// @param file the file
    /// @param phone the phone the claims are about
    /// @return the experiments
    /// @throws InvalidInput holding everything that is wrong with it
    public static ClaimsFile read(Path file, DeviceFile phone) {
        var problems = new Problems();
        var source = SourceText.read(file, file.toString(), new Place(file.toString(), 1, 1), "", problems);
        problems.throwIfAny();
        return read(Objects.requireNonNull(source), file.toAbsolutePath().getParent(), phone);
    }

    /// Reads claims from text.
    ///
    /// @param text the content of a claims file
    /// @param name how messages name it
    /// @param phone the phone the claims are about
    /// @return the experiments
    /// @throws InvalidInput holding everything that is wrong with it
    public static ClaimsFile parse(String text, String name, DeviceFile phone) {
        return read(SourceText.of(name, text), null, phone);
    }

    private static ClaimsFile read(SourceText source, @org.jspecify.annotations.Nullable Path folder, DeviceFile phone) {
        var problems = new Problems();
        var tree = Yaml.read(source, problems);
        if (tree != null) {
            new Check(problems, new Amounts()).check(tree, ClaimsShape.CLAIMS);
        }
        if (!(tree instanceof Node.Fields root)) {
            problems.throwIfAny();
            throw new IllegalStateException("no tree and no problem");
        }
        var reader = new ClaimsReader(root, folder, phone, problems);
        var claims = reader.read();
        problems.throwIfAny();
        return new ClaimsFile(source.name(), claims, reader.phones(), source.sha256());
    }

    /// Returns the claims with every graded input of the phone varied, instead of those the file chose.
    ///
    /// @return the same experiments
    public Claims withAllInputs() {
        var phone = phones.get("");
        var every = phone == null ? List.<lithe.explore.claim.Factor>of() : FactorReader.all(phone);
        var all = claims.claims().stream().map(claim -> claim.unsure(every)).toList();
        return new Claims(claims.name(), claims.source(), claims.variants(), all);
    }
}
