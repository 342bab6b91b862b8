# What the benchmarks share. They source it.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"

fail() {
  echo "error: $*" >&2
  exit 1
}

# Installs a program from the package of its name, or of the second name.
need() {
  command -v "$1" >/dev/null && return
  local package="${2:-$1}"
  local hint="install $package and run this again"
  command -v apt-get >/dev/null || fail "$1 is missing and there is no apt-get: $hint"
  local sudo=()
  if [[ "$(id -u)" != 0 ]]; then
    command -v sudo >/dev/null || fail "$1 is missing and only root can install it: $hint"
    sudo=(sudo)
  fi
  echo "Installing $package with apt-get" >&2
  { "${sudo[@]}" apt-get update -qq && "${sudo[@]}" apt-get install -y -qq "$package"; } >&2 \
    || fail "apt-get could not install $package: $hint"
}

# Builds the static release and names it in `slo`.
build() {
  command -v swift >/dev/null || fail "the Swift toolchain is missing: swift is not on PATH"
  echo "Building the static release" >&2
  local static=(--static-swift-stdlib -Xswiftc -static-executable)
  swift build --package-path "$root" --product slo-cli -c release "${static[@]}" >&2
  slo="$(swift build --package-path "$root" -c release "${static[@]}" --show-bin-path)/slo-cli"
}
