using System.CommandLine;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Segments;
using Kindred.Core.Standards;

namespace Kindred.Cli;

/// <summary><c>kindred segments</c>: which segments are worth having.</summary>
internal static class SegmentsVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var paths = CommonOptions.Paths(language, new Argument<string[]>("PATH") { Description = ko ? "파일이나 폴더 (없으면 작업 공간을 읽어요)" : "Files or folders (without any, the workspace is read)", Arity = ArgumentArity.ZeroOrMore });
        var by = new Option<string>("--by") { Description = (ko ? "나눌 항목, 쉼표로 셋까지: " : "Fields to divide by, up to three: ") + string.Join(", ", SegmentFields.Standard.Select(field => field.Id)), DefaultValueFactory = _ => "industry" };
        var data = new Option<string>("--data", "--workspace") { Description = ko ? "작업 공간 폴더" : "Workspace folder", DefaultValueFactory = _ => "kindred-data" };
        var scheme = CommonOptions.Among(new Option<string>("--sizes") { Description = ko ? "규모 구간표" : "Band scheme of sizes", DefaultValueFactory = _ => "worksheet" }, [.. BandScheme.All.Where(one => one.Measure == "employees").Select(one => one.Name)]);
        var months = new Option<int>("--months") { Description = ko ? "살펴볼 개월 수" : "Months looked back over", DefaultValueFactory = _ => 36 };
        var margin = new Option<double>("--margin") { Description = ko ? "이익률 (0–1)" : "Gross margin, 0–1", DefaultValueFactory = _ => 0.8 };
        var discount = new Option<double>("--discount") { Description = ko ? "연 할인율 (0–1)" : "Discount a year, 0–1", DefaultValueFactory = _ => 0.1 };
        var horizon = new Option<int>("--horizon") { Description = ko ? "고객 가치를 세는 개월 수" : "Months value is counted over", DefaultValueFactory = _ => 60 };
        var costs = CommonOptions.Among(new Option<string>("--costs") { Description = "channel | month | even", DefaultValueFactory = _ => "channel" }, "channel", "month", "even");
        var feature = new Option<string?>("--feature") { Description = ko ? "핵심 기능 (기본: 가장 많이 쓰는 기능)" : "Key feature (the one most customers use)" };
        var benchmarks = new Option<string?>("--benchmarks") { Description = ko ? "기준표 CSV 파일" : "CSV file of targets and benchmarks" };
        var rates = new Option<string?>("--rates") { Description = ko ? "환율 CSV 파일 (since,from,to,rate)" : "CSV file of exchange rates (since,from,to,rate)" };
        var format = CommonOptions.Format();
        var command = new Command("segments", ko
            ? "어떤 고객 묶음이 남는지, 얼마의 가치이고 비용은 얼마인지 보여 줘요.\n\n예: kindred segments --by industry,size"
            : "Show which segments stay, what they are worth and what they cost.\n\nExample: kindred segments --by industry,size") { paths, by, data, scheme, months, margin, discount, horizon, costs, feature, benchmarks, rates, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var given = Benchmarks(parsed.GetValue(benchmarks)).Then(table => Rates(parsed.GetValue(rates)).Then(exchange => Result.Accepted((Table: table, Rates: exchange))));
            if (!given.TryGet(out var tables, out var reasons))
            {
                return Output.Refuse(reasons, language);
            }

            var (files, folder) = (parsed.GetValue(paths)!, parsed.GetValue(data)!);
            var studied = files.Length == 0 ? await StudyWorkspace.ReadAsync(folder, Asked, cancel) : OfFiles(files, Asked(new SegmentRequest()), language, cancel);
            if (!studied.TryGet(out var study, out reasons))
            {
                return Output.Refuse(reasons, language);
            }

            if (parsed.GetValue(format) == "json")
            {
                Output.Json(json => SegmentsJson.Write(json, study));
                return ExitCode.Done;
            }

            if (files.Length == 0 ? InventedMark.IsOn(folder) : InventedMark.IsIn(files))
            {
                Console.WriteLine(InventedMark.Notice.In(language));
            }

            SegmentsText.Write(study, language);
            return ExitCode.Done;

            // What was not said on the command line stays as the workspace has it.
            SegmentRequest Asked(SegmentRequest set) => set with
            {
                By = parsed.GetValue(by)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                SizeScheme = IsSaid(scheme) ? parsed.GetValue(scheme)! : set.SizeScheme,
                Months = parsed.GetValue(months),
                Margin = IsSaid(margin) ? parsed.GetValue(margin) : set.Margin,
                DiscountPerYear = IsSaid(discount) ? parsed.GetValue(discount) : set.DiscountPerYear,
                HorizonMonths = IsSaid(horizon) ? parsed.GetValue(horizon) : set.HorizonMonths,
                CostRule = Enum.Parse<CostRule>(parsed.GetValue(costs)!, ignoreCase: true),
                KeyFeature = parsed.GetValue(feature),
                Benchmarks = tables.Table ?? set.Benchmarks,
                Rates = tables.Rates.Rates.Count == 0 ? null : tables.Rates,
            };

            bool IsSaid(Option option) => parsed.GetResult(option) is { Implicit: false };
        });
        return command;
    }

    private static Result<SegmentStudy> OfFiles(string[] files, SegmentRequest request, Language language, CancellationToken cancel) =>
        SourceFolder.Read(files, null, cancel).Then(read => Result.Accepted(read.SayReplaced(language)))
            .Then(reading => AccountsModule.Recognise(reading.Tables).Then(mapping => AccountsModule.Assemble(reading.Tables, mapping, new AssemblyOptions(Rates: request.Rates))))
            .Then(facts => StudyWorkspace.Of(facts, request, null, InventedMark.IsIn(files)));

    private static Result<IReadOnlyList<Benchmark>?> Benchmarks(string? file) => file is null
        ? Result.Accepted<IReadOnlyList<Benchmark>?>(null)
        : File.Exists(file)
            ? Benchmark.Parse(File.ReadAllText(file)).Then(table => Result.Accepted<IReadOnlyList<Benchmark>?>(table))
            : Result.Refused<IReadOnlyList<Benchmark>?>("segments.no-benchmarks", file, $"기준표 파일 '{file}'이 없어요.", $"There is no benchmarks file '{file}'.");

    private static Result<ExchangeRates> Rates(string? file) => file is null
        ? Result.Accepted(ExchangeRates.None)
        : File.Exists(file)
            ? ExchangeRates.Parse(File.ReadAllText(file))
            : Result.Refused<ExchangeRates>("build.no-rates", file, $"환율 파일 '{file}'이 없어요.", $"There is no rates file '{file}'.");
}
