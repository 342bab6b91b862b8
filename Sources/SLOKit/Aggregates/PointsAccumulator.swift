/// A measured value, when it was taken, and the line it stands on.
struct Point: Sendable, Hashable {
  let line: Int
  /// `nil` where the sample has no time.
  let time: Timestamp?
  let value: Double
}

/// The points of a series for what cannot be computed from a few numbers: all of them while they
/// are few, and then a fair sample.
///
/// Adaptive sampling (Wegman; Flajolet, 1990, "On adaptive sampling", Computing 43): those points
/// are kept whose line number, hashed, begins with so many zero bits, and when they become too many
/// it must begin with one more. So what is kept depends on the points alone: points are a
/// commutative monoid under merging, whatever parts they came in.
struct PointsAccumulator: Sendable {
  /// At most so many points are kept; 3 MB of them.
  static let usualCapacity = 1 << 17

  private let capacity: Int
  /// Those that are kept, in no order.
  private(set) var kept: [Point] = []
  /// How many zero bits a hashed line number begins with at least.
  private var level = 0
  /// How many points there were.
  private(set) var count = 0

  init(capacity: Int = usualCapacity) {
    self.capacity = capacity
  }

  /// The points that are kept, in the order of the file.
  var points: [Point] { kept.sorted { $0.line < $1.line } }

  private mutating func keep(_ point: Point) {
    guard Self.level(of: point.line) >= level else { return }
    kept.append(point)
    while kept.count > capacity { raiseLevel(to: level + 1) }
  }

  private mutating func raiseLevel(to level: Int) {
    guard level > self.level else { return }
    self.level = level
    kept.removeAll { Self.level(of: $0.line) < level }
  }

  /// How many zero bits the hash of a line number begins with.
  ///
  /// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014, "Fast splittable pseudorandom number
  /// generators"), which maps no two numbers to one.
  private static func level(of line: Int) -> Int {
    var hash = UInt64(truncatingIfNeeded: line)
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return (hash ^ (hash >> 31)).leadingZeroBitCount
  }
}

extension PointsAccumulator: SampleAccumulator {
  mutating func add(_ values: Span<Double>, of batch: SampleBatch) {
    for index in values.indices where !values[index].isNaN {
      count += 1
      keep(
        Point(line: batch.line(at: index), time: batch.time(at: index), value: values[index] + 0)
      )
    }
  }

  mutating func merge(_ next: PointsAccumulator) {
    count += next.count
    raiseLevel(to: next.level)
    for point in next.kept { keep(point) }
  }
}
