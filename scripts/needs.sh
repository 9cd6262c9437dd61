# What the product and its tests use beside the .NET SDK; sourced by ./run and ./test.
# shellcheck shell=bash

# Nothing is sent anywhere: neither by the SDK nor by the test platform.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

# Later features draw PDF pages and test pages in a browser; the build itself needs none of these.
PRODUCT_PACKAGES=(poppler-utils poppler-data fonts-noto-cjk)
TEST_PACKAGES=("${PRODUCT_PACKAGES[@]}" chromium postgresql)

require_dotnet() {
  if ! command -v dotnet >/dev/null 2>&1; then
    echo "The .NET 10 SDK is missing. Get it: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 3
  fi
  if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    echo "The .NET 10 SDK is missing (found: $(dotnet --list-sdks | tr '\n' ' ')). Get it: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
    exit 3
  fi
}

is_installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }

missing_packages() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  for package in "$@"; do is_installed "$package" || echo "$package"; done
}

# Installs from Debian when it may; a failure is said and what needs the package is switched off or skipped.
install_packages() {
  local wanted sudo=""
  mapfile -t wanted < <(missing_packages "$@")
  [ ${#wanted[@]} -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "Cannot install ${wanted[*]}: there is no apt-get here." >&2
    return 0
  fi
  if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo="sudo"; else
      echo "Cannot install ${wanted[*]}: not root, and sudo asks for a password." >&2
      return 0
    fi
  fi
  echo "Installing ${wanted[*]} …" >&2
  $sudo apt-get update -qq >/dev/null 2>&1 || echo "apt-get update failed; going on with the lists there are." >&2
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null 2>&1 ||
    for package in "${wanted[@]}"; do
      DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 || echo "Could not install $package." >&2
    done
}

name_missing() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -eq 0 ] || echo "Not installed: ${missing[*]}. To install: sudo apt-get install ${missing[*]} (or add --install)" >&2
}
