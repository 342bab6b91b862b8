/// The files of the run that is compared with.
struct BaselineFiles {
  let inputs: [InputSummary]
  /// The names of those that hold the same bytes as the run.
  let copies: [String]

  /// What the run is called in a message.
  fileprivate var name: String {
    let first = inputs.first?.source ?? ""
    return inputs.count < 2
      ? first : "\(first) and \(Verdict.counted(inputs.count - 1, "more file"))"
  }
}

/// A limit that comes from a baseline is as good as the baseline is: what is asked of the run is
/// asked of the columns there that decide, too.
extension Judge {
  /// From so many times one mean to the other on, two runs hardly measured the same.
  private static let greatDistance = 100.0

  /// What is odd about the baseline; nothing when no status depends on it.
  func warnings(about files: BaselineFiles) -> [Warning] {
    let columns = judging.needs.comparedColumns
    guard let baseline = runs.baseline, !columns.isEmpty else { return [] }
    let series = columns.map { ColumnQuality(of: $0, in: baseline) }
    let ofColumns =
      series.flatMap(constantSeries) + series.flatMap(mostlyNA) + series.flatMap(impossibleValues)
    let ofTimes = zip(files.inputs, baseline.files).flatMap { input, file in
      times(file, hasTime: file.timeline.earliest != nil)
        .map { $0.inBaseline(input.source) }
    }
    return files.copies.map(Self.copy) + ofColumns.map { $0.inBaseline(files.name) } + ofTimes
      + columns.flatMap { distance(of: $0, baseline, files.name) }
  }

  private static func copy(_ name: String) -> Warning {
    Warning(
      code: .identicalBaseline,
      column: nil,
      message: "the baseline \(name) holds the same bytes as the run, which cannot be worse than it"
    )
  }

  /// Means that are so far apart that one of the runs may have another unit.
  ///
  /// A share has its unit checked with each cell, and a counter is where it was when it began.
  private func distance(
    of place: Int,
    _ baseline: Measurements,
    _ name: String
  ) -> [Warning] {
    let column = rules.columns[place]
    let dimension = column.unit?.dimension
    let mean = Aggregate(.mean, of: place)
    let (own, other) = (measurements[mean].value, baseline[mean].value)
    let ratio = abs(own) > abs(other) ? abs(own / other) : abs(other / own)
    guard dimension != .ratio, column.kind != .counter, ratio.isFinite,
      ratio >= Self.greatDistance
    else { return [] }
    return [
      Warning(
        code: .distantBaseline,
        column: column.name,
        message: "\(column.name) is \(QuantityFormat.text(own, dimension)) on average, and "
          + "\(QuantityFormat.text(other, dimension)) in the baseline \(name): another unit?"
      )
    ]
  }
}

extension Warning {
  fileprivate func inBaseline(_ name: String) -> Warning {
    Warning(code: code, column: column, message: "in the baseline \(name), \(message)")
  }
}
