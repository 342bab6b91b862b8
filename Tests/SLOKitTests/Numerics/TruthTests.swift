import Testing

@testable import SLOKit

@Suite("Kleene's logic")
struct TruthTests {
  static let all: [Truth] = [.false, .unknown, .true]

  /// The tables of Kleene (1952), §64.
  @Test func `the tables are those of Kleene`() {
    let and = Self.all.map { a in Self.all.map { a && $0 } }
    let or = Self.all.map { a in Self.all.map { a || $0 } }
    #expect(
      and == [
        [.false, .false, .false], [.false, .unknown, .unknown], [.false, .unknown, .true],
      ]
    )
    #expect(
      or == [[.false, .unknown, .true], [.unknown, .unknown, .true], [.true, .true, .true]]
    )
    #expect(Self.all.map { !$0 } == [.true, .unknown, .false])
  }

  @Test(arguments: all)
  func `truth and falsehood are identities and ends`(a: Truth) {
    #expect((a && .true) == a)
    #expect((a || .false) == a)
    #expect((a && .false) == .false)
    #expect((a || .true) == .true)
    #expect(!(!a) == a)
    #expect((a && a) == a)
    #expect((a || a) == a)
  }

  @Test(arguments: all, all)
  func `two answers join alike in either order`(a: Truth, b: Truth) {
    #expect((a && b) == (b && a))
    #expect((a || b) == (b || a))
    #expect(!(a && b) == (!a || !b))
    #expect(!(a || b) == (!a && !b))
    #expect((a && (a || b)) == a)
    #expect((a || (a && b)) == a)
  }

  @Test(arguments: all, all)
  func `three answers join alike in any grouping`(a: Truth, b: Truth) {
    for c in Self.all {
      #expect(((a && b) && c) == (a && (b && c)))
      #expect(((a || b) || c) == (a || (b || c)))
      #expect((a && (b || c)) == ((a && b) || (a && c)))
      #expect((a || (b && c)) == ((a || b) && (a || c)))
    }
  }

  @Test(arguments: ComparisonOperator.allCases)
  func `a comparison with NA has no answer`(sign: ComparisonOperator) {
    for other in [0, 1, .infinity, .nan] {
      #expect(sign.apply(.nan, other) == .unknown)
      #expect(sign.apply(other, .nan) == .unknown)
    }
  }

  @Test(arguments: ComparisonOperator.allCases)
  func `a mirrored comparison gives the same answer`(sign: ComparisonOperator) {
    let numbers = [-Double.infinity, -1, 0, 1, .infinity, .nan]
    for a in numbers {
      for b in numbers { #expect(sign.apply(a, b) == sign.mirrored.apply(b, a)) }
    }
  }
}
