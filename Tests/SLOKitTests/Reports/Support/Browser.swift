import Foundation

/// Chromium without a window, where it is installed.
struct Browser {
  /// What a person would see of a page; see `Tests/Browser/probe.html`.
  struct Sight: Decodable {
    let heading: String
    let reason: String
    let isVerdictOnTop: Bool
    let rows: Int
    let sparklines: Int
    let charts: Int
    let lines: Int
    /// Texts with less contrast than 4.5.
    let faint: [String]
    let isTooWide: Bool
    let isDark: Bool
    let resources: Int
  }

  struct Failure: Error {
    let output: String
  }

  static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let names = ["chromium", "chromium-browser", "google-chrome"]
    return names.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Opens the page at `file`; what it writes to its console is returned, too.
  static func look(
    at file: URL,
    width: Int,
    isDark: Bool
  ) throws -> (sight: Sight, console: [String]) {
    let probe = SourceTree.root.appending(path: "Tests/Browser/probe.html").path
    let (output, log) = try run([
      "--allow-file-access-from-files", "--virtual-time-budget=4000", "--dump-dom",
      "--enable-logging=stderr", "--window-size=1500,4200",
      "--blink-settings=preferredColorScheme=\(isDark ? 0 : 1)",
      "file://\(probe)#\(width);file://\(file.path)",
    ])
    let console = log.split(separator: "\n").filter { $0.contains("CONSOLE") }.map(String.init)
    guard let json = output.firstMatch(of: /<pre id="result">(\{.*\})<\/pre>/)?.output.1 else {
      throw Failure(output: output + log)
    }
    let text = json.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
    return (try JSONDecoder().decode(Sight.self, from: Data(text.utf8)), console)
  }

  private static func run(_ arguments: [String]) throws -> (output: String, log: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // A file takes any amount without a reader, as a pipe does not.
    let logFile = folder.appending(path: "log")
    try Data().write(to: logFile)
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: path ?? "")
    process.arguments =
      ["--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile"]
      + arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: logFile)
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let log = try String(decoding: Data(contentsOf: logFile), as: UTF8.self)
    return (String(decoding: data, as: UTF8.self), log)
  }
}
