/// What a page shows of a result: all of it, or of very many objectives and phases the gravest, so
/// that it stays below a megabyte.
struct PageExtent {
  /// Up to so many results, each has a row with all that is known of it, and every objective a chart.
  private static let mostResults = 1000
  /// Of more results, so many objectives have a chart.
  private static let mostCharts = 10

  /// Whether all of the result is shown.
  let isWhole: Bool
  private let phaseCount: Int

  init(_ matrix: PhaseMatrix) {
    isWhole = matrix.phases.reduce(0) { $0 + $1.objectives.count } <= Self.mostResults
    phaseCount = matrix.phases.count
  }

  /// The objectives of a phase that have a row; of too many the gravest, of equal ones the first.
  func listed(_ objectives: [ObjectiveResult]) -> [ObjectiveResult] {
    let most = max(1, Self.mostResults / max(1, phaseCount))
    guard !isWhole, objectives.count > most else { return objectives }
    return Self.gravest(objectives, most) { $0.status }
  }

  /// Which rows of the matrix have a chart.
  func drawnRows(_ rows: [PhaseMatrix.Row]) -> [Int] {
    guard !isWhole else { return Array(rows.indices) }
    return Self.gravest(Array(rows.indices), Self.mostCharts) {
      rows[$0].gravest?.result.status ?? .info
    }
  }

  /// What is said where something is left out; `nil` where nothing is.
  static func note(shown: Int, of count: Int) -> String? {
    guard shown < count else { return nil }
    return "The \(shown) gravest of \(count) objectives; the JSON report has them all."
  }

  /// So many of the elements, in their order.
  private static func gravest<Element>(
    _ elements: [Element],
    _ count: Int,
    _ status: (Element) -> Status
  ) -> [Element] {
    let order = elements.indices.sorted {
      (status(elements[$0]).gravity, $0) < (status(elements[$1]).gravity, $1)
    }
    return order.prefix(count).sorted().map { elements[$0] }
  }
}

extension Status {
  /// The place of the status in a list that begins with what is worst.
  fileprivate var gravity: Int {
    switch self {
    case .red: 0
    case .yellow: 1
    case .na: 2
    case .green: 3
    case .info: 4
    }
  }
}
