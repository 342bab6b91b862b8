import Foundation
import Testing

/// The built tool, run as its users run it.
struct ProcessTests {
  /// Beside the test bundle, where the package manager puts both.
  private static var tool: URL {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
      return bundle.bundleURL.deletingLastPathComponent().appending(path: "slo-cli")
    #else
      return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "slo-cli")
    #endif
  }

  /// Runs a shell script in which `"$0"` is the tool.
  private func shell(_ script: String) throws -> (status: Int32, output: String, error: String) {
    let process = Process()
    let output = Pipe()
    let error = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, Self.tool.path]
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let outputData = try output.fileHandleForReading.readToEnd() ?? Data()
    let errorData = try error.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (
      process.terminationStatus,
      String(decoding: outputData, as: UTF8.self),
      String(decoding: errorData, as: UTF8.self)
    )
  }

  @Test func `help goes to standard output`() throws {
    let result = try shell(#""$0" --help"#)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("OVERVIEW: "))
    #expect(result.error.isEmpty)
  }

  @Test func `a mistake goes to standard error`() throws {
    let result = try shell(#""$0" --halp"#)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.error.hasPrefix("slo-cli: error: unknown option '--halp'\n"))
  }

  /// The reader is gone before the first byte, so that the write meets a closed pipe every time.
  @Test func `a reader that leaves early is no reason to complain`() throws {
    let result = try shell(#"{ sleep 0.2; "$0" --help; echo "status $?" 1>&2; } | true"#)
    #expect(result.output.isEmpty)
    #expect(result.error == "status 0\n")
  }

  @Test func `standard output may be closed`() throws {
    let result = try shell(#""$0" --help 1>&-"#)
    #expect(result.status == 0)
    #expect(result.error.isEmpty)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is a failure with a reason`() throws {
    let result = try shell(#""$0" --help 1>/dev/full"#)
    #expect(result.status == 73)
    #expect(
      result.error
        == "error: cannot write to standard output: no space left on device\n"
    )
  }
}
