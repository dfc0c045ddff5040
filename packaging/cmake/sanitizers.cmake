# SPDX-License-Identifier: Apache-2.0
# ALONGSIDE_SANITIZE=address,undefined or thread: chosen by the presets asan and tsan.
set(ALONGSIDE_SANITIZE "" CACHE STRING "Sanitizers for the whole build")
if(ALONGSIDE_SANITIZE)
  add_compile_options(-fsanitize=${ALONGSIDE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 sees uninitialised members in std::optional and std::regex, and moves of short strings beyond their
    # bounds, when it instruments them. They are not: the builds without instruments keep both warnings.
    # Asio has fences, which this compiler warns that the race detector does not follow.
    add_compile_options(-Wno-maybe-uninitialized -Wno-array-bounds)
    if(ALONGSIDE_SANITIZE STREQUAL "thread")
      add_compile_options(-Wno-tsan)
    endif()
  endif()
  add_link_options(-fsanitize=${ALONGSIDE_SANITIZE})
endif()
option(ALONGSIDE_COVERAGE "Count which lines the tests run" OFF)
if(ALONGSIDE_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
option(ALONGSIDE_FUZZ "Build the fuzzers (Clang)" OFF)
if(ALONGSIDE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined)
  add_link_options(-fsanitize=address,undefined)
endif()
