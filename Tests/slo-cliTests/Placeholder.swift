import Testing

@testable import SLOKit
