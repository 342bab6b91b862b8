import Testing

@testable import SLOKit

@Suite("Expressions as text")
struct ExpressionPrintingTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a printed tree is read back as the same tree`(seed: UInt64) throws {
    var expressions = RandomExpressions(seed: seed)
    for _ in 0..<50 {
      let expression = expressions.next(depth: 4)
      let text = expression.description
      let readBack = try Expression(parsing: text)
      #expect(readBack.shape == expression.shape, "\(text)")
      #expect(readBack.description == text)
    }
  }

  @Test(arguments: [
    ("mean( p95_latency )", "mean(p95_latency)"),
    ("a+b*c", "a + b * c"),
    ("((a + b)) * c", "(a + b) * c"),
    ("a - (b - c)", "a - (b - c)"),
    ("(a - b) - c", "a - b - c"),
    ("a / (b * c)", "a / (b * c)"),
    ("- -a", "--a"),
    ("-(a + b)", "-(a + b)"),
    ("<=150 ms", "<= 150ms"),
    ("<= 100/s", "<= 100/s"),
    ("x > 2 m", "x > 2m"),
    ("not (a > 1 and b > 2)", "not (a > 1 and b > 2)"),
    ("(a > 1 and b > 2) or c > 3", "a > 1 and b > 2 or c > 3"),
    ("a > 1 and (b > 2 or c > 3)", "a > 1 and (b > 2 or c > 3)"),
    ("status in('A','it''s')", "status in ('A', 'it''s')"),
    ("status  not  in ('A')", "status not in ('A')"),
    ("x > 1 for 1 sample", "x > 1 for 1 samples"),
    ("(a > 1 and b > 2) for 5m", "(a > 1 and b > 2) for 5m"),
    ("`cache hits` / `a``b` / `not`", "`cache hits` / `a``b` / `not`"),
    ("`plain`", "plain"),
    ("status in ('''\u{652}')", "status in ('''\u{652}')"),
    ("`a``\u{301}`", "`a``\u{301}`"),
    ("count(where x > 1)", "count(where x > 1)"),
    ("mean(x where not y in ('a'))", "mean(x where not y in ('a'))"),
    ("x > $limit for $window", "x > $limit for $window"),
    ("rolling_mean(x,5 m)", "rolling_mean(x, 5m)"),
    ("max(rolling_max(x, 1 sample))", "max(rolling_max(x, 1 samples))"),
    ("delta( `cache hits` )", "delta(`cache hits`)"),
    ("1\n+\t2", "1 + 2"),
  ])
  func `an expression has one canonical spelling`(text: String, canonical: String) throws {
    #expect(try Expression(parsing: text).description == canonical)
    #expect(try Expression(parsing: canonical).description == canonical)
  }

  @Test(arguments: [
    ("a + b * c", "[`a`+[`b`*`c`]]"),
    ("a - b - c", "[[`a`-`b`]-`c`]"),
    ("a / b * c", "[[`a`/`b`]*`c`]"),
    ("-a * b", "[[-`a`]*`b`]"),
    ("a - -b", "[`a`-[-`b`]]"),
    ("a + 1 < b * 2", "[[`a`+1]<[`b`*2]]"),
    ("not a > 1 and b > 2", "[[not [`a`>1]] and [`b`>2]]"),
    ("not not a > 1", "[not [not [`a`>1]]]"),
    ("a > 1 or b > 2 and c > 3", "[[`a`>1] or [[`b`>2] and [`c`>3]]]"),
    ("a > 1 and b > 2 or c > 3", "[[[`a`>1] and [`b`>2]] or [`c`>3]]"),
    ("a > 1 and b > 2 for 5m", "[[`a`>1] and [[`b`>2] for 5m]]"),
    ("not a > 1 for 3 samples", "[not [[`a`>1] for 3 samples]]"),
    ("<= 5 and max(x) <= 6", "[[_<=5] and [max(`x`)<=6]]"),
    ("a not in ('x') or b in ('y')", "[[`a` not in [\"x\"]] or [`b` in [\"y\"]]]"),
    ("f(a, 3 samples where samples > 3)", "f(`a`,3 samples where [`samples`>3])"),
    ("f(a > 1, b where c > 2 or d > 3)", "f([`a`>1],`b` where [[`c`>2] or [`d`>3]])"),
  ])
  func `operators bind as everywhere`(text: String, shape: String) throws {
    #expect(try Expression(parsing: text).shape == shape)
  }
}
