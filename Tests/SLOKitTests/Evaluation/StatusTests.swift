import Testing

@testable import SLOKit

@Suite("Statuses")
struct StatusTests {
  @Test(arguments: Status.allCases, Status.allCases)
  func `statuses join as a monoid`(a: Status, b: Status) {
    #expect(a.joined(with: b) == b.joined(with: a))
    #expect(a.joined(with: .na) == a)
    #expect(Status.na.joined(with: a) == a)
    #expect(a.joined(with: a) == a)
    #expect([a, b].contains(a.joined(with: b)))
    #expect(a.joined(with: .red) == .red)
    for c in Status.allCases {
      #expect(a.joined(with: b).joined(with: c) == a.joined(with: b.joined(with: c)))
    }
  }
}
