import Foundation

/// The samples of a file, and its aggregates as their definitions have them.
struct ReferenceRun {
  struct Sample {
    let line: Int
    /// Nanoseconds since 1970.
    var time: Int64?
    var x: Double?
    var total: Double?
    var state: String?
  }

  private(set) var samples: [Sample] = []

  /// The samples, each changed.
  func mapped(_ body: (inout Sample) -> Void) -> ReferenceRun {
    var run = self
    for index in run.samples.indices { body(&run.samples[index]) }
    return run
  }

  /// The samples that pass a filter; one that has no answer keeps none.
  func filtered(_ isKept: (Sample) -> Bool?) -> ReferenceRun {
    var run = self
    run.samples = samples.filter { isKept($0) == true }
    return run
  }
}

// MARK: - Reading

extension ReferenceRun {
  /// Reads the columns `ts`, `x`, `total` and `state`, whichever there are.
  init(_ bytes: [UInt8], delimiter: UInt8, cells: ReferenceCells) throws(ReferenceMistake) {
    var reader = ReferenceReader(bytes, delimiter: delimiter)
    let names = try (reader.next()?.cells ?? []).map {
      $0.text.trimmingCharacters(in: CharacterSet(charactersIn: " \t"))
    }
    var emptyRow: ReferencePlace?
    while let row = try Self.row(of: &reader, behind: emptyRow) {
      if row.isEmpty, names.count > 1 {
        emptyRow = emptyRow ?? row.place
        continue
      }
      if let emptyRow { throw ReferenceMistake("ragged-row", at: emptyRow) }
      guard row.cells.count <= names.count else {
        throw ReferenceMistake("ragged-row", at: row.cells[names.count].place)
      }
      guard row.cells.count == names.count else {
        throw ReferenceMistake(row.hasLineEnd ? "ragged-row" : "truncated-row", at: row.place)
      }
      samples.append(try Self.sample(row, names, cells))
    }
  }

  /// The next row; whatever is wrong with it, an empty row before it is the first mistake.
  private static func row(
    of reader: inout ReferenceReader,
    behind emptyRow: ReferencePlace?
  ) throws(ReferenceMistake) -> ReferenceReader.Row? {
    do throws(ReferenceMistake) {
      return try reader.next()
    } catch {
      throw emptyRow.map { ReferenceMistake("ragged-row", at: $0) } ?? error
    }
  }

  private static func sample(
    _ row: ReferenceReader.Row,
    _ names: [String],
    _ cells: ReferenceCells
  ) throws(ReferenceMistake) -> Sample {
    var sample = Sample(line: row.place.line)
    for (name, cell) in zip(names, row.cells) {
      switch name {
      case "ts": sample.time = try cells.time(cell)
      case "x": sample.x = try cells.number(cell, unit: cells.unit)
      case "total": sample.total = try cells.number(cell, unit: .init(name: "1"))
      case "state": sample.state = cells.text(cell)
      default: break
      }
    }
    return sample
  }
}

// MARK: - Values

extension ReferenceRun {
  var values: [Double] { samples.compactMap(\.x) }

  var sum: Double? { values.isEmpty ? nil : ReferenceSum(values).divided(by: 1) }

  var mean: Double? { values.isEmpty ? nil : ReferenceSum(values).divided(by: values.count) }

  /// In ascending order; zero has no sign.
  private var sorted: [Double] { values.map { $0 == 0 ? 0 : $0 }.sorted() }

  var minimum: Double? { sorted.first }

  var maximum: Double? { sorted.last }

  /// The two-pass algorithm with a correction for the mean's own error (Chan, Golub and LeVeque,
  /// 1983, "Algorithms for computing the sample variance").
  var standardDeviation: Double? {
    guard values.count > 1, values.allSatisfy(\.isFinite), let mean else { return nil }
    let deviations = values.map { $0 - mean }
    let squares = deviations.map { $0 * $0 }.reduce(0, +)
    let error = deviations.reduce(0, +)
    let count = Double(values.count)
    return ((squares - error * error / count) / (count - 1)).squareRoot()
  }

  /// Definition 7 of Hyndman and Fan, 1996.
  func percentile(_ share: Double) -> Double? {
    let sorted = sorted
    guard let last = sorted.last else { return nil }
    let position = Double(sorted.count - 1) * share
    let rank = Int(position)
    let weight = position - Double(rank)
    let (low, high) = (sorted[rank], rank + 1 < sorted.count ? sorted[rank + 1] : last)
    if weight == 0 || low == high { return low }
    // Between a finite and an infinite value is the infinite one, and nothing between two.
    if low.isInfinite, high.isInfinite { return nil }
    if low.isInfinite || high.isInfinite { return low.isInfinite ? low : high }
    // The nearer rank is where the interpolation starts, as NumPy has it.
    return weight < 0.5
      ? low + (high - low) * weight : high - (high - low) * (1 - weight)
  }
}

// MARK: - Order

extension ReferenceRun {
  /// The growth of `total`; what it was before a drop was counted, and it began at 0 again.
  var increase: Double? {
    let totals = samples.compactMap(\.total)
    guard totals.count > 1 else { return nil }
    var sum = ReferenceSum()
    for (before, after) in zip(totals, totals.dropFirst()) {
      sum.add(after)
      if after >= before { sum.add(-before) }
    }
    return sum.divided(by: 1)
  }

  var rate: Double? {
    let measured = samples.filter { $0.total != nil }
    guard let increase, let start = measured.first?.time, let end = measured.last?.time,
      start < end
    else { return nil }
    return increase / Self.seconds(end - start)
  }

  /// The lines and lengths of the streaks of values above `limit`; NA neither extends nor breaks.
  func streaks(above limit: Double) -> [(line: Int, samples: Int)] {
    var streaks: [(line: Int, samples: Int)] = []
    var isOpen = false
    for sample in samples {
      guard let x = sample.x else { continue }
      if x > limit, isOpen {
        streaks[streaks.count - 1].samples += 1
      } else if x > limit {
        streaks.append((sample.line, 1))
      }
      isOpen = x > limit
    }
    return streaks
  }

  func fraction(above limit: Double) -> Double? {
    values.isEmpty ? nil : Double(values.count { $0 > limit }) / Double(values.count)
  }

  func longest(above limit: Double) -> Double? {
    values.isEmpty ? nil : Double(streaks(above: limit).map(\.samples).max() ?? 0)
  }

  private var times: [Int64] { samples.compactMap(\.time) }

  /// The distances between neighbours in seconds.
  var distances: [Double] { zip(times, times.dropFirst()).map { abs(Self.seconds($1 - $0)) } }

  var gap: Double? { distances.max() }

  /// The time from the first to the last sample, and one median interval.
  var duration: Double? {
    guard let start = times.min(), let end = times.max() else { return nil }
    let sorted = distances.sorted()
    let median =
      sorted.isEmpty ? 0 : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    return Self.seconds(end - start) + median
  }

  private static func seconds(_ nanoseconds: Int64) -> Double { Double(nanoseconds) / 1e9 }

  /// The line of the first sample without a time.
  var firstUntimedLine: Int? { samples.first { $0.time == nil }?.line }

  /// The line of the first sample that is earlier than the one before.
  var firstUnorderedLine: Int? {
    let timed = samples.compactMap { sample in sample.time.map { (time: $0, line: sample.line) } }
    return zip(timed, timed.dropFirst()).first { $1.time < $0.time }?.1.line
  }
}
