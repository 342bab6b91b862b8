import Testing

@testable import SLOKit
@testable import slo_cli

/// Every kind of mistake, made by the smallest input that makes it.
///
/// A new code does not compile before it has its input in `MistakenInput`.
struct EveryDiagnosticTests {
  @Test(arguments: DiagnosticCode.allCases)
  func `an input makes each mistake and is told its place and what to do`(
    _ code: DiagnosticCode
  ) throws {
    let folder = try TemporaryFolder()
    let input = MistakenInput(making: code)
    try input.write(to: folder)
    let mistake = try #require(try input.mistakes(in: folder).first)
    #expect(mistake.code == code)
    let place = mistake.location?.description.replacing(folder.path + "/", with: "")
    #expect(place == input.place)
    // What is expected, or the system's reason, is an advice of its own.
    let isAdvice =
      ["expected ", "cannot "].contains(where: mistake.message.hasPrefix)
      || Self.plainCodes.contains(code)
    #expect(mistake.hint?.isEmpty == false || isAdvice)
  }

  /// Where the message leaves no doubt about what to do.
  private static let plainCodes: Set<DiagnosticCode> = [
    .missingTimestamp, .tooDeep, .definitionCycle,
  ]

  @Test(arguments: DiagnosticCode.allCases)
  func `the tool says the same and ends with the status of the mistake`(
    _ code: DiagnosticCode
  ) throws {
    let folder = try TemporaryFolder()
    let input = MistakenInput(making: code)
    guard let words = input.words(in: folder) else { return }
    try input.write(to: folder)
    let result = try Tool.run(words, in: folder.path)
    #expect(result.status == ExitStatus(code.subject).rawValue)
    #expect(result.output.isEmpty)
    let mistakes = try input.mistakes(in: folder)
    #expect(result.error == mistakes.map(\.description).joined(separator: "\n") + "\n")
  }
}
