import Foundation
import SLOKit
import Testing

@testable import slo_cli

struct OutputFileTests {
  private let folder: TemporaryFolder
  private let captured = CapturedConsole()

  init() throws {
    folder = try TemporaryFolder()
  }

  private func write(_ text: String, to name: String) throws(Diagnostic) {
    try OutputFile(path: folder.file(name)).write(text, console: captured.console())
  }

  @Test func `a new file holds the text and nothing else is left`() throws {
    try write("new\n", to: "report.md")
    #expect(try folder.read("report.md") == "new\n")
    #expect(try folder.names == ["report.md"])
  }

  @Test func `a file in the working folder needs no folder in its name`() throws {
    let name = "slo-cli-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: name) }
    try OutputFile(path: name).write("here", console: captured.console())
    #expect(try String(contentsOfFile: name, encoding: .utf8) == "here")
  }

  @Test func `an existing file is replaced and keeps its mode`() throws {
    try folder.write("a longer old text", to: "report.md")
    try setMode(0o640, of: "report.md")
    try write("new", to: "report.md")
    #expect(try folder.read("report.md") == "new")
    #expect(try mode(of: "report.md") == 0o640)
    #expect(try folder.names == ["report.md"])
  }

  @Test func `a new file has the mode that the umask leaves`() throws {
    try folder.write("", to: "model")
    try write("", to: "report.md")
    #expect(try mode(of: "report.md") == mode(of: "model"))
  }

  @Test func `a reader of the old file never sees the new one`() throws {
    try folder.write("old", to: "report.md")
    let reader = try #require(FileHandle(forReadingAtPath: folder.file("report.md")))
    try write("new", to: "report.md")
    #expect(try reader.readToEnd() == Data("old".utf8))
  }

  @Test func `a link is followed and stays a link`() throws {
    try folder.write("old", to: "target.md")
    try link("link.md", to: "hop.md")
    try link("hop.md", to: "target.md")
    try write("new", to: "link.md")
    #expect(try folder.read("target.md") == "new")
    #expect(Platform.linkTarget(at: folder.file("link.md")) == "hop.md")
    #expect(try folder.names == ["hop.md", "link.md", "target.md"])
  }

  @Test func `a link to nothing gets its target made`() throws {
    try link("link.md", to: folder.file("target.md"))
    try write("new", to: "link.md")
    #expect(try folder.read("target.md") == "new")
    #expect(Platform.linkTarget(at: folder.file("link.md")) == folder.file("target.md"))
  }

  /// Linux follows as many in one path.
  @Test func `forty links are followed and one more is an error`() throws {
    for hop in 1...41 { try link("hop-\(hop)", to: "hop-\(hop - 1)") }
    try write("new", to: "hop-40")
    #expect(try folder.read("hop-0") == "new")
    let diagnostic = #expect(throws: Diagnostic.self) { try write("new", to: "hop-41") }
    #expect(diagnostic?.code == .unwritableFile)
  }

  @Test func `links that lead in a circle are an error`() throws {
    try link("a", to: "b")
    try link("b", to: "a")
    let diagnostic = #expect(throws: Diagnostic.self) { try write("new", to: "a") }
    #expect(diagnostic?.code == .unwritableFile)
  }

  @Test func `a folder that is not there is named`() throws {
    let diagnostic = try #require(
      #expect(throws: Diagnostic.self) { try write("new", to: "sub/report.md") }
    )
    let path = folder.file("sub/report.md")
    #expect(
      diagnostic.description == """
        error: cannot write '\(path)': no such file or directory
        hint: create the folder '\(folder.file("sub/"))' first
        """
    )
    #expect(try folder.names == [])
  }

  @Test(.enabled(if: getuid() != 0, "The superuser may write everywhere."))
  func `a folder without permission is an error and stays clean`() throws {
    try setMode(0o500, of: "")
    let diagnostic = #expect(throws: Diagnostic.self) { try write("new", to: "report.md") }
    #expect(diagnostic?.message.hasSuffix("permission denied") == true)
    #expect(try folder.names == [])
  }

  @Test func `a folder is not a file`() throws {
    let diagnostic = #expect(throws: Diagnostic.self) { try write("new", to: "") }
    #expect(diagnostic?.message.hasSuffix("is a directory") == true)
  }

  @Test func `a failure behind the first byte leaves the old file and no temporary`() throws {
    // A folder cannot be replaced by a file: the rename fails, after all was written.
    try FileManager.default.createDirectory(
      atPath: folder.file("full"),
      withIntermediateDirectories: false
    )
    try folder.write("old", to: "full/inside")
    #expect(throws: SystemError.self) {
      try OutputFile(path: folder.file("full")).replace(
        folder.file("full"),
        permissions: nil,
        with: Array("new".utf8)
      )
    }
    #expect(try folder.names == ["full"])
    #expect(try folder.read("full/inside") == "old")
  }

  @Test func `a temporary that a killed run left is no obstacle`() throws {
    try folder.write("left", to: ".report.md.\(getpid()).tmp")
    try write("new", to: "report.md")
    #expect(try folder.names == [".report.md.\(getpid()).tmp", "report.md"])
  }

  @Test(arguments: ["-", "/dev/stdout"])
  func `names of standard output lead there`(_ path: String) throws {
    try OutputFile(path: path).write("result", console: captured.console())
    #expect(captured.output == "result")
  }

  @Test func `a link to standard output leads there`() throws {
    try link("out", to: "/dev/stdout")
    try write("result", to: "out")
    #expect(captured.output == "result")
  }

  @Test func `a device is written, not replaced`() throws {
    try OutputFile(path: "/dev/null").write("gone", console: captured.console())
    #expect(try Platform.fileKind(at: "/dev/null") == .other)
  }

  @Test func `an open descriptor is written where it stands`() throws {
    try folder.write("before ", to: "log")
    let handle = try #require(FileHandle(forWritingAtPath: folder.file("log")))
    try OutputFile(path: "/dev/fd/\(handle.fileDescriptor)")
      .write("after", console: captured.console())
    #expect(try folder.read("log") == "before after")
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.file(name),
      withDestinationPath: target
    )
  }

  private func mode(of name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: folder.file(name))[.posixPermissions] as? Int
  }

  private func setMode(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode],
      ofItemAtPath: folder.file(name)
    )
  }
}
