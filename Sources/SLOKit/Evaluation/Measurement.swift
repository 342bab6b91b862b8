/// A formula's value over the run, the evidence for it, and why there is none.
struct Measurement: Sendable, Hashable {
  /// NaN where it is NA.
  var value: Double
  /// What the value can be, where it is not exact.
  var range: ValueRange?
  /// How many samples it rests on: of several aggregates, those of the thinnest one.
  var used: Int?
  /// From how many of them a trend was computed, when that is not all of them.
  var thinning: Thinning?
  /// Why it is NA.
  var absences: [Absence] = []
  /// Why a number that is there proves nothing: it counts what was never measured.
  var blindness: [Absence] = []

  /// Joins two operands into `value`, and the ranges of those that are not exact into its range.
  func joined(
    with other: Measurement,
    value: Double,
    range: (ValueRange, ValueRange) -> ValueRange
  ) -> Measurement {
    Measurement(
      value: value,
      range: self.range == nil && other.range == nil
        ? nil : range(possibleValues, other.possibleValues),
      used: [used, other.used].compactMap(\.self).min(),
      thinning: thinning ?? other.thinning,
      absences: absences.merged(with: other.absences),
      blindness: blindness.merged(with: other.blindness)
    )
  }
}

extension Measurement {
  /// What the value can be.
  var possibleValues: ValueRange { range ?? ValueRange(value) }

  /// The measurement with a sign or a magnitude taken of it.
  func mapped(
    _ body: (Double) -> Double,
    range mapRange: (ValueRange) -> ValueRange
  ) -> Measurement {
    var result = self
    result.value = body(value)
    result.range = range.map(mapRange)
    return result
  }
}

/// Why a number is missing.
indirect enum Absence: Sendable, Hashable {
  /// The file has no such column.
  case noColumn([String])
  /// Columns that hold nothing but NA on the samples that count.
  case neverMeasured([String], samples: Int)
  /// No sample passes the filter.
  case noSamples
  /// Fewer values than the function needs.
  case tooFew(Int)
  /// The divisor, made of these columns, is 0.
  case divisionByZero([String], isBaseline: Bool)
  /// The median of the baseline is 0.
  case relativeToZero
  /// There is no run to compare with.
  case noBaseline
  /// It is missing in the run to compare with.
  case inBaseline(Absence)
  /// The median of what these columns make is 0, so nothing is relative to it.
  case zeroMedian([String])
  /// A result that these columns make infinite, where that proves nothing.
  case infinite([String])
  /// Infinities that cancel, or nothing that has a value.
  case undefined
  /// There is a condition without an answer in front of a choice.
  case noAnswer
}

extension Absence: CustomStringConvertible {
  var description: String {
    switch self {
    case .noColumn(let names): "no such column in this file: \(names.joined(by: ", "))"
    case .neverMeasured(let names, let samples):
      "\(names.joined(by: ", ")) \(names.count == 1 ? "is" : "are") NA on "
        + (samples == 1 ? "the only sample" : "all \(samples) samples")
    case .noSamples: "no sample passes the filter"
    case .tooFew(let count):
      "\(count == 1 ? "1 value is" : "\(count) values are") too few"
    case .divisionByZero(_, isBaseline: true):
      "the baseline is 0: compare with an absolute limit too, as in greatest(baseline * 1.1, 5ms)"
    case .relativeToZero:
      "the baseline's median is 0, so no shift is in proportion to it: 'compare' with a 'floor' does"
    case .noBaseline: "it compares with a baseline, and none was given"
    case .inBaseline(.noSamples): "the baseline has no sample to compare with"
    case .inBaseline(.noColumn(let names)):
      "no such column in the baseline: \(names.joined(by: ", "))"
    case .inBaseline(let absence): "in the baseline, \(absence)"
    case .divisionByZero(let names, isBaseline: false):
      names.isEmpty ? "division by 0" : "division by 0: nothing in \(names.joined(by: ", "))"
    case .zeroMedian(let names): "the median of \(names.joined(by: ", ")) is 0"
    case .infinite(let names):
      "infinite values" + (names.isEmpty ? "" : " in \(names.joined(by: ", "))")
    case .undefined: "no defined value"
    case .noAnswer: "its condition has no answer"
    }
  }
}

extension [Absence] {
  /// Both lists, with reasons of one kind said once.
  func merged(with others: [Absence]) -> [Absence] {
    others.reduce(into: self) { result, absence in
      for index in result.indices {
        if let joined = result[index].joined(with: absence) {
          result[index] = joined
          return
        }
      }
      result.append(absence)
    }
  }
}

extension Absence {
  /// One reason for two of a kind, or `nil` when they differ.
  fileprivate func joined(with other: Absence) -> Absence? {
    switch (self, other) {
    case (.noColumn(let a), .noColumn(let b)): .noColumn(a + b.filter { !a.contains($0) })
    case (.neverMeasured(let a, let samples), .neverMeasured(let b, let others))
    where samples == others:
      .neverMeasured(a + b.filter { !a.contains($0) }, samples: samples)
    case (_, _): self == other ? self : nil
    }
  }
}
