# shellcheck shell=bash
# Sourced by web/serve and tests/run: makes sure that the tools they need are there.
#
#   need <what shows that it is there> <Debian package> <where to get it elsewhere>
#   install_needed
#
# "What shows" is a command's name, or a path if it has a slash. On Debian and Ubuntu what is missing is installed with apt, with
# sudo if one is not root; elsewhere each missing tool is named with its source.

missing_packages=()
missing_sources=()

need() {
  local sign=$1 package=$2 source=$3
  if [[ $sign == */* ]]; then
    compgen -G "$sign" >/dev/null && return
  else
    command -v "$sign" >/dev/null && return
  fi
  missing_packages+=("$package")
  missing_sources+=("$package ($sign): $source")
}

install_needed() {
  if [[ ${#missing_packages[@]} -eq 0 ]]; then return; fi
  if ! command -v apt-get >/dev/null; then
    echo "These tools are missing:" >&2
    printf '  %s\n' "${missing_sources[@]}" >&2
    exit 1
  fi
  local as_root=()
  if [[ $(id -u) -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
      echo "Please install as root: apt-get install ${missing_packages[*]}" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  echo "Installing with apt: ${missing_packages[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing_packages[@]}" >/dev/null
}

# Node cannot come from Debian 12 itself, whose version is too old for the page's tools.
need_node() {
  local found
  found=$(node --version 2>/dev/null || echo none)
  if ! node -e 'const [a, b] = process.versions.node.split("."); process.exit((a == 20 && b >= 19) || (a == 22 && b >= 12) || a > 22 ? 0 : 1)' 2>/dev/null ||
    ! command -v npm >/dev/null; then
    echo "Node.js 20.19 or newer (of version 22, 22.12 or newer) with npm is needed (found: $found): https://nodejs.org/en/download" >&2
    exit 1
  fi
}

# Needs of the module: the WebAssembly compiler and Eigen's headers.
need_module_tools() {
  need cmake cmake "https://cmake.org/download (3.25 or newer)"
  need ninja ninja-build "https://ninja-build.org"
  need python3 python3 "https://www.python.org/downloads"
  need emcc emscripten "https://emscripten.org/docs/getting_started/downloads.html (emsdk; put emcc on the PATH)"
  # Elsewhere CMake finds or fetches Eigen by itself.
  if command -v apt-get >/dev/null; then
    need /usr/share/eigen3/cmake libeigen3-dev "https://eigen.tuxfamily.org"
  fi
}

# Installs a folder's npm packages as its lock file says; nothing to do if that was done since it last changed.
npm_install() {
  local folder=$1
  local stamp=$folder/node_modules/.installed
  if [[ ! -f $stamp || $folder/package-lock.json -nt $stamp ]]; then
    echo "Installing npm packages in ${folder#"$PWD"/}"
    npm ci --prefix "$folder" --loglevel error || return 1
    touch "$stamp"
  fi
}

# Builds the module into build/wasm/bindings; Ninja sees to it that nothing is built twice.
build_module() {
  local root=$1
  [[ -f $root/build/wasm/build.ninja ]] || (cd "$root" && cmake --preset wasm >/dev/null)
  (cd "$root" && cmake --build --preset wasm --target backprop)
}
