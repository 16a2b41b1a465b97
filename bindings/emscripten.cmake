# Toolchain: Emscripten from emsdk if `emcc` is on the PATH, else the distribution's.
find_program(EMCC emcc)
if(NOT EMCC)
  message(FATAL_ERROR "emcc was not found. Debian and Ubuntu: apt install emscripten. Elsewhere: https://emscripten.org/docs/getting_started/downloads.html")
endif()
execute_process(COMMAND em-config EMSCRIPTEN_ROOT OUTPUT_VARIABLE EMSCRIPTEN_ROOT OUTPUT_STRIP_TRAILING_WHITESPACE)
if(NOT EMSCRIPTEN_ROOT)
  file(REAL_PATH "${EMCC}" EMCC_FILE)
  get_filename_component(EMSCRIPTEN_ROOT "${EMCC_FILE}" DIRECTORY)
endif()
include("${EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")

# Eigen is headers only, so the host's package serves; Emscripten's toolchain looks in its own sysroot alone.
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE BOTH)
