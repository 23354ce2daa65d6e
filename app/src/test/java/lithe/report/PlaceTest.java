// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {

    @TempDir
    Path temp;

    @Test
    @DisplayName("a file is replaced whole and nothing else is left in the folder")
    void replaces() throws Exception {
        var place = new Place(temp.resolve("out/phone"));
        place.write("report.html", "old");
        assertThat(Files.readString(place.write("report.html", "new"))).isEqualTo("new");
        var plain = Files.writeString(temp.resolve("plain"), "");
        assertThat(permissions(place.folder().resolve("report.html"))).isEqualTo(permissions(plain));
        try (var files = Files.list(place.folder())) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("report.html");
        }
    }

    private static Object permissions(Path file) throws Exception {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix") ? Files.getPosixFilePermissions(file) : "none";
    }

    @Test
    @DisplayName("a folder that is a file is named in the error")
    void refused() throws Exception {
        var file = Files.writeString(temp.resolve("taken"), "");
        assertThatThrownBy(() -> new Place(file).write("a", "b"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot write " + file.resolve("a"));
    }

    @Test
    @DisplayName("no name of a user becomes a path")
    void harmless() {
        assertThat(Place.harmless("../../etc/Passwd")).isEqualTo("etc-passwd");
        assertThat(Place.harmless("..")).isEqualTo("unnamed");
        assertThat(Place.harmless("game 4K/30")).isEqualTo("game-4k-30");
    }
}
