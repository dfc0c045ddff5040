// SPDX-License-Identifier: Apache-2.0
// Hangs the doors: the only file that sees all of them.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <thread>

#include "foundation/base/log.h"
#include "foundation/base/settings.h"
#include "foundation/base/text.h"
#include "foundation/http/server.h"
#include "foundation/words/catalogue.h"
#include "doors/cli/chart.h"
#include "doors/cli/command.h"
#include "doors/cli/evidence.h"
#include "doors/cli/lens.h"
#include "doors/cli/measure.h"
#include "doors/cli/example.h"
#include "doors/cli/learn_fit.h"
#include "doors/cli/learn_options.h"
#include "doors/cli/learn_trial.h"
#include "doors/exchange/client/fetch_group.h"
#include "doors/exchange/client/launches.h"
#include "doors/exchange/client/own_key.h"
#include "doors/exchange/evidence.h"
#include "doors/exchange/export.h"
#include "doors/exchange/import.h"
#include "doors/exchange/measure_reports.h"
#include "doors/exchange/ndjson.h"
#include "doors/exchange/pco_measures.h"
#include "doors/exchange/person_bundle.h"
#include "doors/exchange/server/door.h"
#include "doors/exchange/server/token_file.h"
#include "doors/batch/learn.h"
#include "doors/batch/series.h"
#include "doors/web/door.h"
#include "record/backup.h"
#include "record/store.h"
#include "service/count_again.h"
#include "service/erase_record.h"
#include "service/manage_people.h"
#include "service/routine.h"
#include "service/sign_in.h"

namespace {

using namespace alongside;  // NOLINT: one file, which names everything once.

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// From alongside.toml in the data folder; what is wrong there is said, and nothing starts.
Settings settings_in(const std::string& folder) {
  std::vector<SettingsFault> faults;
  Settings settings = settings_from(text_of(folder + "/alongside.toml"), faults);
  if (faults.empty()) return settings;
  std::string message = "the settings in " + folder + "/alongside.toml cannot be used:";
  for (const SettingsFault& fault : faults) message += "\n  " + fault.message;
  throw std::runtime_error(message);
}

void say_first_link(const service::Service& service, const std::string& address) {
  try {
    if (const auto token = service::first_invitation(service))
      std::cout << "Nobody can sign in yet. Open this link within 30 minutes; it works once:\n  "
                << address << "/join/" << *token << "\n";
  } catch (const OutOfRoom&) {
    std::cout << "The disk is full: records can be read, and nothing new is kept.\n";
  }
}

/// `here`: on this machine, behind whatever stands before it.
void say_where(const service::Service& service, const Settings& settings, const std::string& here) {
  const std::string& address = settings.public_address.empty() ? here : settings.public_address;
  std::cout << "Alongside is at " << address;
  if (address != here) std::cout << ", behind a proxy that finds it at " << here;
  std::cout << "\n";
  const auto examples = service::example_sign_ins(service);
  if (!examples.empty())
    std::cout << "Example sign-ins (the password of each is " << service::example_password
              << "):\n";
  for (const auto& entry : examples)
    std::cout << "  " << entry.login
              << std::string(entry.login.size() < 28 ? 28 - entry.login.size() : 1, ' ')
              << entry.name << " (" << entry.side << ")\n";
  if (service.example())
    std::cout << "This is the example clinic. A clinic of your own: ./run --empty\n";
  if (!service.example()) say_first_link(service, address);
  std::cout << "Stop with Ctrl-C." << std::endl;
}

/// Sums behind charts. A machine that cannot write now serves all the same: charts are counted from
/// the rows then.
void count_all(const service::Service& service) {
  bool told = false;
  try {
    service::count_all_again(service, [&](std::int64_t waiting) {
      told = true;
      std::cerr << "\r  counting for charts: " << waiting << " people to go   " << std::flush;
    });
  } catch (const std::exception& fault) {
    std::cerr << "  charts will be counted from the rows: " << fault.what() << "\n";
  }
  if (told) std::cerr << "\n";
}

int serve(const cli::ServeOptions& options) {
  Settings settings = settings_in(options.data);
  if (!options.address.empty()) settings.address = options.address;
  if (options.port >= 0) settings.port = options.port;
  const SystemClock clock;
  SystemRandomness randomness;
  Log log(clock, stderr);
  record::Store store(options.data,
                      options.own ? std::optional(record::ClinicKind::own) : std::nullopt, clock,
                      options.database);
  const service::Service service{store, clock, randomness};
  exchange::index_all(service);
  count_all(service);
  exchange::Launches others(service, {"Our clinic", settings.zone}, exchange::own_key(options.data),
                            options.data + "/coming-in");
  web::Door door(service, settings, log, exchange::person_bundle, &others);
  const auto signs = exchange::own_key(options.data);
  exchange::FhirDoor fhir(
      service, {"Our clinic", settings.zone}, exchange::keys_folder(options.data),
      options.data + "/exports", settings.public_address, log,
      {[&](std::string_view claims) { return signs.signed_claims(claims, jose::Algorithm::rs256); },
       signs.public_set(jose::Algorithm::rs256)});
  http::ServerLimits limits;
  limits.large_bodies_under = "/fhir";
  limits.large_body_bytes_max = exchange::fhir_body_bytes_max;
  const auto answer = [&](const http::Request& request) {
    return exchange::FhirDoor::is_for(request.path) ? fhir.answer(request) : door.answer(request);
  };
  http::Server server(settings.address, static_cast<std::uint16_t>(settings.port),
                      static_cast<int>(settings.threads), answer, log, limits);
  say_where(service, settings, "http://" + settings.address + ":" + std::to_string(server.port()));
  const service::Routine routine(service, log);
  server.run();
  return 0;
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

void say_lines(const std::string& file, std::int64_t lines) {
  std::cerr << "  " << file << ": " << lines << " lines so far\n";
}

int import(const cli::ImportOptions& options);

int try_import(cli::ImportOptions options) {
  if (!options.database.empty())
    throw std::runtime_error("--dry-run copies the folder's own file; copy the database instead");
  if (options.errors.empty()) options.errors = options.data + "/import-errors";
  const record::CopyToTry copy(options.data);
  options.data = copy.folder();
  options.dry_run = false;
  const int code = import(options);
  std::cerr << "A trial: nothing of it was kept.\n";
  return code;
}

int import(const cli::ImportOptions& options) {
  if (options.dry_run) return try_import(options);
  const Settings settings = settings_in(options.data);
  const SystemClock clock;
  SystemRandomness randomness;
  record::Store store(options.data, std::nullopt, clock, options.database);
  const service::Service service{store, clock, randomness};
  exchange::index_all(service);
  const std::string errors =
      options.errors.empty() ? options.data + "/import-errors" : options.errors;
  const auto report = exchange::import_folders(service, options.folders, errors,
                                               {options.clinic, settings.zone}, say_lines);
  if (options.json)
    std::cout << exchange::report_json(report) << "\n";
  else
    std::cout << exchange::report_text(report, errors);
  count_all(service);
  return report.incomplete() ? 3 : report.rejected() > 0 ? 2 : 0;
}

int fetch(const cli::FetchOptions& options) {
  const Settings settings = settings_in(options.data);
  const SystemClock clock;
  SystemRandomness randomness;
  record::Store store(options.data, std::nullopt, clock, options.database);
  const service::Service service{store, clock, randomness};
  exchange::index_all(service);
  const auto key = exchange::own_key(options.data);
  const std::string files = options.data + "/fetched";
  std::filesystem::remove_all(files);  // Of a fetch that was cut off.
  const std::string errors =
      options.errors.empty() ? options.data + "/import-errors" : options.errors;
  const auto fetched = exchange::fetch_group(
      service,
      {exchange::system_named(service, options.system), options.group, options.all, files, errors},
      {"Our clinic", settings.zone},
      {key,
       [](std::int64_t seconds) { std::this_thread::sleep_for(std::chrono::seconds(seconds)); },
       [](const std::string& what) { std::cerr << "  " << what << "\n"; }, say_lines});
  std::filesystem::remove_all(files);
  if (!fetched) throw std::runtime_error(words::Languages().in("en").say(fetched.refusal().key()));
  const exchange::ImportReport& report = fetched.value().report;
  std::cout << (options.json ? exchange::report_json(report) + "\n"
                             : exchange::report_text(report, errors));
  count_all(service);
  return report.incomplete() ? 3 : report.rejected() > 0 ? 2 : 0;
}

template <class Read>
auto ideas_in(const std::string& path, Read read) {
  auto ideas = read(text_of(path));
  if (!ideas || ideas.value().empty())
    throw std::runtime_error("the example's file cannot be read: " + path +
                             (ideas ? "" : ", line " + ideas.refusal().faults().front().field));
  return std::move(ideas).value();
}

int example(const cli::ExampleOptions& options) {
  const cli::ExampleIdeas ideas{
      ideas_in(options.from + "/clinic/aims.txt", cli::aim_ideas_from),
      ideas_in(options.from + "/clinic/offers.txt", cli::offer_ideas_from)};
  const SystemClock system;
  StillClock clock({system.now().utc_ms - 731 * ms_a_day});
  SeededRandomness randomness(options.seed);
  record::Store store(options.data, record::ClinicKind::example, system, options.database);
  const service::Service service{store, clock, randomness};
  if (!store.empty()) throw std::runtime_error("there are people in " + options.data + " already");
  std::cerr << "Loading the example clinic\n";
  const std::vector<std::string> folders = {options.from + "/clinic", options.from + "/synthea-r4"};
  const auto report = exchange::import_folders(service, folders, options.data + "/import-errors",
                                               {"Example clinic", Settings().zone}, say_lines);
  const auto lived = cli::live_two_years(
      service, clock, system.now(), ideas, options.seed,
      [](int month) { std::cerr << "\r  month " << month << " of 24" << std::flush; });
  std::cerr << "\n  " << report.taken.people << " people imported, " << lived.people
            << " in care: " << lived.aims << " aims, " << lived.agreements << " agreements, "
            << lived.check_ins << " check-ins, " << lived.visits << " visits\n";
  count_all(service);
  return 0;
}

int backup(const cli::BackupOptions& options) {
  const std::string into = options.into.empty() ? options.data + "/backups" : options.into;
  std::cout << record::back_up(options.data, into, SystemClock().now()) << "\n";
  return 0;
}

int restore(const cli::RestoreOptions& options) {
  record::restore(options.backup, options.data);
  std::cout << options.data << " holds the clinic of the backup.\n";
  return 0;
}

/// Lines of "home entry hash", as history_head prints them.
std::vector<record::Head> heads_noted_in(const std::string& path) {
  std::vector<record::Head> heads;
  if (path.empty()) return heads;
  std::ifstream file(path);
  record::Head head;
  while (file >> head.home.value >> head.number >> head.hash) heads.push_back(head);
  if (heads.empty() || !file.eof())
    throw std::runtime_error(path + " does not hold what `alongside history head` prints");
  return heads;
}

int show_verified(const record::Verified& verified) {
  for (const record::Finding& finding : verified.findings) std::cout << finding.what << "\n";
  std::cout << counted(verified.entries, "entry", "entries") << " of history, "
            << counted(verified.parts, "part", "parts") << " of records, "
            << counted(verified.resources, "imported resource", "imported resources") << ": ";
  if (verified.findings.empty()) {
    std::cout << "all as they were acknowledged.\n";
    return 0;
  }
  std::cout << counted(static_cast<std::int64_t>(verified.findings.size()), "thing is",
                       "things are")
            << " not as acknowledged. Restore a backup: alongside restore BACKUP --data NEW\n";
  return 4;
}

record::ClinicAt at(const cli::DataOptions& options) { return {options.data, options.database}; }

int verify(const cli::VerifyOptions& options) {
  return show_verified(record::verify_clinic(at(options), heads_noted_in(options.earlier)));
}

int history_verify(const cli::VerifyOptions& options) {
  return show_verified(record::verify_history(at(options), heads_noted_in(options.earlier)));
}

int history_head(const cli::VerifyOptions& options) {
  for (const record::Head& head : record::heads_of(at(options)))
    std::cout << head.home.value << " " << head.number << " " << head.hash << "\n";
  return 0;
}

/// Why a key was not made, for whoever asked at the command line.
std::string_view words_of(const Refusal& refusal) {
  if (refusal.key() == "token.patient")
    return "scopes that begin with patient/ need --patient, the id of the person";
  if (refusal.key() == "token.minutes") return "a key holds for 1 to 1,440 minutes";
  return "the scope cannot be read; write system/*.rs or patient/Goal.cruds";
}

int take_out(const cli::ExportOptions& options) {
  const SystemClock clock;
  SystemRandomness randomness;
  record::Store store(options.data, std::nullopt, clock, options.database);
  const service::Service service{store, clock, randomness};
  exchange::index_all(service);
  const auto exported =
      exchange::export_clinic(service, options.folder, {options.whole, options.person},
                              [](const std::string& file, std::int64_t lines) {
                                std::cerr << "  " << file << ": " << lines << " lines so far\n";
                              });
  for (const exchange::ExportedFile& file : exported)
    std::cout << file.file << ": " << counted(file.lines, "line", "lines") << "\n";
  std::cout << "All is in " << options.folder << "\n";
  return 0;
}

int token(const cli::TokenOptions& options) {
  if (!std::filesystem::exists(options.data)) {
    std::filesystem::create_directories(options.data);
    std::filesystem::permissions(options.data, std::filesystem::perms::owner_all);
  }
  SystemRandomness randomness;
  const auto key = exchange::leave_token(exchange::keys_folder(options.data),
                                         {options.scope, options.patient, options.minutes},
                                         SystemClock().now(), randomness);
  if (!key) throw std::runtime_error(std::string(words_of(key.refusal())));
  std::cout << key.value() << "\n";
  return 0;
}

int erase(const cli::EraseOptions& options) {
  const SystemClock clock;
  SystemRandomness randomness;
  record::Store store(options.data, std::nullopt, clock, options.database);
  const service::Service service{store, clock, randomness};
  const auto key = service::person_named(service, options.person);
  if (!key) throw std::runtime_error("nobody came in as " + options.person);
  std::cout << "Goes: the record of person " << key->person.value << " at site " << key->home.value
            << ", their sign-in, and what came in about them.\n"
               "Stays: that professionals looked or did something, and when, without a name, "
               "because they answer for it; answers about working together, which are nobody's; "
               "backups made before, until they are thrown away.\n";
  if (!options.sure) {
    std::cout << "Nothing is changed yet. It cannot be taken back. To do it, add --sure\n";
    return 0;
  }
  service::erase_at_their_wish(service, *key);
  std::cout << "It is erased.\n";
  return 0;
}

int prepare(const cli::PrepareOptions& options) {
  record::prepare(options.database, options.role, SystemClock().now());
  std::cout << "The tables are up to date.\n";
  return 0;
}

int learn(const cli::LearnOptions& options) {
  if (!options.batch) throw std::runtime_error("say what to learn: alongside learn --help");
  return batch::learn_lines(std::cin, std::cout) > 0 ? 2 : 0;
}

/// The bytes of a file that a command names; "-": of standard input.
std::string table_at(const std::string& file) {
  if (file != "-" && (!std::filesystem::exists(file) || std::filesystem::is_directory(file)))
    throw std::runtime_error("there is no file " + file);
  return exchange::text_of(file == "-" ? "/dev/stdin" : file);
}

/// 2 when some rows were no card.
int evidence(const cli::EvidenceOptions& options) {
  std::string table = options.file.empty() ? std::string() : table_at(options.file);
  if (!options.file.empty() && table.empty()) throw std::runtime_error(options.file + " is empty");
  if (one_line(table.substr(0, 64)).starts_with("{")) {
    const auto cards = exchange::evidence_table_from(table);
    if (!cards) throw std::runtime_error(options.file + " holds no FHIR Evidence");
    table = *cards;
    // What others wrote is whole only once a curator added to it: as a table it can be.
    if (options.csv) {
      std::cout << table;
      return 0;
    }
  }
  if (options.fhir) {
    std::int64_t faults = 0;
    std::cout << exchange::evidence_bundle(cli::cards_of(options, table, std::cerr, faults))
              << "\n";
    return faults > 0 ? 2 : 0;
  }
  const Day today = Zone::named("UTC").value().day_of(SystemClock().now());
  return cli::list_evidence(options, table, today, std::cout, std::cerr) > 0 ? 2 : 0;
}

int learn_fit(const cli::LearnFitOptions& options) {
  cli::fit_table(options, table_at(options.file), std::cout);
  return 0;
}

int learn_options(const cli::LearnChoicesOptions& options) {
  cli::lay_options_out(options, table_at(options.file), std::cout);
  return 0;
}

int learn_trial(const cli::LearnTrialOptions& options) {
  cli::read_trial_table(options, table_at(options.file), std::cout);
  return 0;
}

std::vector<exchange::ReportedTeam> reported(const cli::MeasureOptions& options,
                                             const std::vector<cli::MeasuredTeam>& teams) {
  std::vector<exchange::ReportedTeam> told;
  for (const cli::MeasuredTeam& team : teams)
    if (options.team.empty() || team.team == options.team)
      told.push_back({team.site, team.team, team.months});
  if (told.empty() && !options.team.empty())
    throw std::runtime_error("there is no team \"" + options.team + "\"");
  return told;
}

/// The two measures of HL7's guide, over the resources.
int measure_pco(const cli::MeasureOptions& options) {
  const SystemClock clock;
  SystemRandomness randomness;
  record::Store store(options.data, std::nullopt, clock, options.database);
  const service::Service service{store, clock, randomness};
  const int this_year = Zone::named("UTC").value().day_of(clock.now()).year();
  const int year = options.year > 0 ? static_cast<int>(options.year) : this_year - 1;
  const exchange::PcoPeriod period{Day::of(year, 1, 1), Day::of(year, 12, 31)};
  const exchange::PcoCounts counts = exchange::pco_counts(service, period);
  std::cout << (options.fhir ? exchange::pco_reports(counts, period, clock.now()) + "\n"
                             : exchange::pco_text(counts, period));
  return 0;
}

int measure(const cli::MeasureOptions& options) {
  if (options.name == "pco") return measure_pco(options);
  if (options.name.empty()) {
    cli::list_measures(std::cout);
    return 0;
  }
  const Measure asked = std::filesystem::exists(options.name)
                            ? cli::measure_in(options.name, table_at(options.name))
                            : cli::measure_named(options.name);
  std::vector<cli::MeasuredTeam> teams;
  for (record::CountedTeam& team : record::count_clinic({options.data, options.database}, asked,
                                                        options.months, SystemClock().now()))
    teams.push_back({std::move(team.site), std::move(team.team), std::move(team.months)});
  if (options.fhir)
    std::cout << exchange::measure_bundle(asked, record::query_text(asked),
                                          reported(options, teams), SystemClock().now())
              << "\n";
  else if (options.since.empty())
    cli::tell_measure(options, asked, record::query_text(asked), teams, std::cout);
  else
    cli::tell_changes(options, asked, table_at(options.since), teams, std::cout);
  return 0;
}

int lens(const cli::LensOptions& options) {
  return cli::look_through_lens(options, table_at(options.file), std::cout);
}

int chart(const cli::ChartOptions& options) {
  std::ios::sync_with_stdio(false);
  if (options.batch) return batch::chart_lines(std::cin, std::cout) > 0 ? 2 : 0;
  if (options.file.empty())
    throw std::runtime_error("name a file to chart: alongside chart --help");
  return cli::chart_table_text(options, table_at(options.file), std::cout);
}

}  // namespace

int main(int count, char** words) {
  try {
    return cli::run(
        count, words,
        {serve,         import,   example, backup,  restore, verify,      history_verify,
         history_head,  prepare,  erase,   chart,   learn,   learn_trial, learn_fit,
         learn_options, evidence, lens,    measure, token,   take_out,    fetch});
  } catch (const std::exception& error) {
    std::cerr << "alongside: " << error.what() << "\n";
    return 1;
  }
}
