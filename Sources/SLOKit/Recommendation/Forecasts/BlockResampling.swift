/// Draws runs from a run in blocks of neighbours, so that what depends on each other stays together:
/// the moving-block bootstrap (Künsch, 1989, "The jackknife and the bootstrap for general stationary
/// observations").
///
/// Blocks may begin at any sample but never reach from one run into the next. Their length is
/// (√6 ρ ÷ (1 − ρ²))^⅔ (1.5 n)^⅓ rounded up, at least 1 (Carlstein, 1986, for a series in which each
/// value depends on the one before it; Künsch for overlapping blocks), and at least n ÷ 200, which
/// keeps the work independent of n; at most n ÷ 4, which keeps four blocks apart.
struct BlockResampling: Sendable {
  /// How many runs are drawn: so many that 0.1 % of them is two.
  static let drawCount = 1999

  let count: Int
  let blockLength: Int
  /// What the spread of drawn means is to be multiplied by; see ``init(runs:dependence:)``.
  let spreadFactor: Double
  /// The degrees of freedom of the spread: one less than there are blocks.
  let degrees: Double
  private let starts: [Int]

  /// Chooses the blocks for a series of pooled runs with these lengths.
  ///
  /// Means of drawn runs vary too little. Blocks cut dependence off: with ρ between neighbours the
  /// variance of a mean is larger by (1 + ρ) ÷ (1 − ρ) ÷ (1 + 2 Σ (1 − k ÷ L) ρᵏ). And b blocks stray
  /// from their own mean by b − 1 parts of b only. The square root of both is ``spreadFactor``.
  init(runs: [Int], dependence: SerialDependence) {
    let count = runs.reduce(0, +)
    self.count = count
    let rho = dependence.correlation
    let base = 2.449489742783178 * rho / (1 - rho * rho)
    let ideal = (base * base * 1.5 * Double(count)).cubeRoot.rounded(.up)
    let length = max(1, min(max(Int(ideal), (count + 199) / 200), count / 4))
    blockLength = length
    var starts: [Int] = []
    var first = 0
    for run in runs {
      if run >= length { starts += first...(first + run - length) }
      first += run
    }
    self.starts = starts.isEmpty ? [0] : starts
    let blocks = max(2, Double(count) / Double(length))
    var (kept, power) = (1.0, 1.0)
    for lag in 1..<max(1, length) {
      power *= rho
      kept += 2 * (1 - Double(lag) / Double(length)) * power
    }
    spreadFactor = ((1 + rho) / (1 - rho) / kept * blocks / (blocks - 1)).squareRoot()
    degrees = blocks - 1
  }

  /// The first samples of as many blocks as `length` samples take.
  func draw(_ length: Int, using random: inout RandomSequence, _ body: (Range<Int>) -> Void) {
    var rest = length
    while rest > 0 {
      let start = starts[random.next(below: starts.count)]
      let taken = min(rest, blockLength, count - start)
      body(start..<start + taken)
      rest -= taken
    }
  }
}

extension Double {
  /// The cube root of a number from 0 up.
  fileprivate var cubeRoot: Double {
    self > 0 ? (naturalLogarithm / 3).exponential : 0
  }
}
