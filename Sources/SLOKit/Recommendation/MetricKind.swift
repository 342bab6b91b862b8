/// What a service metric is about, as far as its name tells.
enum MetricKind: Sendable, Hashable {
  case latency, success, hitRate, errors, fallback, cpu, memory, saturation
}

extension MetricKind {
  /// Whether less of it is better.
  var isLowerBetter: Bool { self != .success && self != .hitRate }

  /// Whether it says nothing without requests.
  var needsTraffic: Bool {
    switch self {
    case .latency, .success, .hitRate, .errors, .fallback: true
    case .cpu, .memory, .saturation: false
    }
  }

  /// Whether missing it is a failure that users meet, which may be budgeted.
  var hasErrorBudget: Bool {
    switch self {
    case .success, .hitRate, .errors, .fallback: true
    case .latency, .cpu, .memory, .saturation: false
    }
  }
}
