import Foundation

/// The built tool, run as its users run it.
enum Tool {
  /// What one run did.
  struct Result: Equatable {
    let status: Int32
    let output: String
    let error: String
  }

  /// The folder of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Beside the test bundle, where the package manager puts both.
  static var path: String {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
      return bundle.bundleURL.deletingLastPathComponent().appending(path: "slo-cli").path
    #else
      return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "slo-cli").path
    #endif
  }

  /// Runs the tool with these words in the package's folder, or in another one.
  static func run(_ arguments: String..., in folder: String? = nil) throws -> Result {
    try run(arguments, in: folder)
  }

  /// Runs the tool with a list of words.
  static func run(
    _ arguments: [String],
    in folder: String? = nil,
    input: FileHandle = .nullDevice
  ) throws -> Result {
    try run(executable: path, arguments, in: folder, input: input)
  }

  /// Runs a shell script in which `"$0"` is the tool.
  static func shell(_ script: String, in folder: String? = nil) throws -> Result {
    try run(executable: "/bin/sh", ["-c", script, path], in: folder, input: .nullDevice)
  }

  private static func run(
    executable: String,
    _ arguments: [String],
    in folder: String?,
    input: FileHandle
  ) throws -> Result {
    let process = Process()
    let (output, error) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder.map { URL(filePath: $0) } ?? package
    process.standardInput = input
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let outputData = try output.fileHandleForReading.readToEnd() ?? Data()
    let errorData = try error.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: outputData, as: UTF8.self),
      error: String(decoding: errorData, as: UTF8.self)
    )
  }
}
