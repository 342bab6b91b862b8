/// Windows, differences and slopes as their definitions have them: looked at anew for each sample.
extension ReferenceRun {
  /// The same samples, with `x` replaced by what an expression per sample is on each of them.
  static func derived(
    from run: ReferenceRun,
    isTimed: Bool
  ) -> [(expression: String, run: ReferenceRun)] {
    let samples = [
      ("rolling_mean(x, 5 samples)", run.replacingX { mean(run.window(to: $0, samples: 5)) }),
      ("rolling_max(x, 3 samples)", run.replacingX { run.window(to: $0, samples: 3).largest }),
      ("delta(x)", run.replacingX { run.difference(at: $0) }),
    ]
    guard isTimed else { return samples }
    let smallest = run.replacingX { run.window(to: $0, seconds: 60).smallest }
    return samples + [
      ("rolling_mean(x, 3m)", run.replacingX { mean(run.window(to: $0, seconds: 180)) }),
      ("rolling_min(x, 60s)", smallest),
      (
        "rolling_max(rolling_min(x, 60s), 150s)",
        smallest.replacingX { smallest.window(to: $0, seconds: 150).largest }
      ),
    ]
  }

  private func replacingX(by value: (Int) -> Double?) -> ReferenceRun {
    let values = samples.indices.map(value)
    var index = -1
    return mapped { sample in
      index += 1
      sample.x = values[index]
    }
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : ReferenceSum(values).divided(by: values.count)
  }

  /// The values of the last samples, this one included.
  private func window(to end: Int, samples count: Int) -> [Double] {
    samples[max(0, end - count + 1)...end].compactMap(\.x)
  }

  /// The values of the samples that are younger than `seconds` when this one is taken.
  private func window(to end: Int, seconds: Int64) -> [Double] {
    guard let now = samples[end].time else { return [] }
    return samples[...end].reversed().prefix { sample in
      sample.time.map { now - $0 < seconds * 1_000_000_000 } ?? false
    }.compactMap(\.x)
  }

  private func difference(at index: Int) -> Double? {
    guard let x = samples[index].x, let before = samples[..<index].last(where: { $0.x != nil })?.x
    else { return nil }
    return (x - before).isNaN ? nil : x - before
  }

  /// The median of the slopes of all pairs, per second; `nil` when there is none.
  var slope: Double? {
    let measured = samples.filter { $0.x != nil }
    guard let start = measured.compactMap(\.time).min() else { return nil }
    let points = measured.map { (time: Double(($0.time ?? 0) - start) / 1e9, x: $0.x ?? 0) }
    var slopes: [Double] = []
    for (index, point) in points.enumerated() {
      for other in points[..<index] where other.time != point.time {
        slopes.append((point.x - other.x) / (point.time - other.time))
      }
    }
    slopes.sort()
    guard !slopes.isEmpty else { return nil }
    return (slopes[(slopes.count - 1) / 2] + slopes[slopes.count / 2]) / 2
  }
}

extension [Double] {
  /// The largest value; zero has no sign.
  fileprivate var largest: Double? { self.max().map { $0 + 0 } }

  /// The smallest value; zero has no sign.
  fileprivate var smallest: Double? { self.min().map { $0 + 0 } }
}
