@testable import slo_cli

/// Swift Testing has a type of this name, too.
typealias ExitStatus = slo_cli.ExitStatus
