// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// The Chromium of this computer, if it has one; nothing is ever downloaded.
final class Browser implements AutoCloseable {

    // it warns of every browser that is newer than itself; held, since loggers are collected with their level
    private static final Logger QUIET = Logger.getLogger("org.openqa.selenium.devtools");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static boolean there() {
        return program("chromium", "google-chrome", "chrome").isPresent() && program("chromedriver").isPresent();
    }

    /// Opens a page from disk at a width; scratch is a folder for the browser.
    static Browser open(Path page, int width, Path scratch) {
        QUIET.setLevel(Level.OFF);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").orElseThrow().toFile())
                .withLogOutput(java.io.OutputStream.nullOutputStream())
                .build();
        var options = new ChromeOptions();
        options.setBinary(program("chromium", "google-chrome", "chrome").orElseThrow().toString());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--no-first-run", "--hide-scrollbars", "--user-data-dir=" + scratch);
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var driver = new ChromeDriver(service, options);
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.get(page.toUri().toString());
        return new Browser(driver);
    }

    ChromeDriver driver() {
        return driver;
    }

    /// What the console said.
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(entry -> entry.getMessage()).toList();
    }

    /// Addresses the page asked for, other than its own file and data it carries.
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> message.contains("Network.requestWillBeSent\""))
                // the browser's own start page asks for its own pieces
                .filter(message -> message.contains("\"documentURL\":\"file:"))
                .filter(message -> message.matches("(?s).*\"request\":\\{.*?\"url\":\"(?!file:|data:).*"))
                .toList();
    }

    Object run(String script) {
        return java.util.Objects.requireNonNull(driver.executeScript(script));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<Path> program(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
