# SPDX-License-Identifier: Apache-2.0
# Warnings are errors, on GCC 12 and on Clang 14. Debian's headers are system headers and stay out of it.
add_library(alongside_settings INTERFACE)
target_include_directories(alongside_settings INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(alongside_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Werror)
