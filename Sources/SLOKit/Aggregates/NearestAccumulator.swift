/// The few samples whose values lie nearest to a limit.
struct NearestAccumulator: SampleAccumulator {
  private static let capacity = 5

  private let limit: Double
  /// The nearest first; of equally near ones, the earliest.
  private(set) var points: [Point] = []

  init(limit: Double) {
    self.limit = limit
  }

  mutating func add(_ values: Span<Double>, of batch: SampleBatch) {
    for index in values.indices where !values[index].isNaN {
      insert(
        Point(line: batch.line(at: index), time: batch.time(at: index), value: values[index])
      )
    }
  }

  mutating func merge(_ next: NearestAccumulator) {
    for point in next.points { insert(point) }
  }

  private mutating func insert(_ point: Point) {
    let place = points.firstIndex { isNearer(point, $0) } ?? points.count
    guard place < Self.capacity else { return }
    points.insert(point, at: place)
    if points.count > Self.capacity { points.removeLast() }
  }

  private func isNearer(_ a: Point, _ b: Point) -> Bool {
    (distance(of: a), a.line) < (distance(of: b), b.line)
  }

  /// Equal infinities are no distance apart.
  private func distance(of point: Point) -> Double {
    point.value == limit ? 0 : abs(point.value - limit)
  }
}
