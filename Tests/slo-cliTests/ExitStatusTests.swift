import SLOKit
import Testing

@testable import slo_cli

struct ExitStatusTests {
  private static let all = ExitStatus.allCases

  @Test func `the codes are those of the documentation`() {
    #expect(Self.all.map(\.rawValue) == [0, 1, 2, 64, 65, 66, 70, 73, 78])
  }

  @Test func `merging is associative`() {
    for a in Self.all {
      for b in Self.all {
        for c in Self.all {
          #expect(a.merged(with: b).merged(with: c) == a.merged(with: b.merged(with: c)))
        }
      }
    }
  }

  @Test(arguments: all)
  func `proceed is the identity of merging`(_ status: ExitStatus) {
    #expect(status.merged(with: .proceed) == status)
    #expect(ExitStatus.proceed.merged(with: status) == status)
  }

  @Test(arguments: all)
  func `a failure beats any decision and the first failure stays`(_ failure: ExitStatus) {
    guard failure.isFailure else { return }
    for other in Self.all {
      #expect(failure.merged(with: other) == failure)
      #expect(other.merged(with: failure) == (other.isFailure ? other : failure))
    }
  }

  @Test func `the most cautious decision wins`() {
    #expect(ExitStatus.hold.merged(with: .rollback) == .rollback)
    #expect(ExitStatus.rollback.merged(with: .hold) == .rollback)
  }

  @Test func `every subject of a diagnostic has its status`() {
    #expect(ExitStatus(.unreadableFile) == .noInput)
    #expect(ExitStatus(.unwritableFile) == .cannotCreate)
    #expect(ExitStatus(.metrics) == .data)
    #expect(ExitStatus(.rules) == .config)
    #expect(ExitStatus(.software) == .software)
  }
}
