using System.CommandLine;
using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Sample;

namespace Kindred.Cli;

/// <summary><c>kindred sample</c>: writes the invented company as raw exports.</summary>
internal static class SampleVerb
{
    public static Command Create(Language language)
    {
        var ko = language == Language.Korean;
        var folder = new Argument<string>("DIR") { Description = ko ? "파일을 쓸 폴더" : "Folder to write into" };
        var seed = new Option<int>("--seed") { Description = ko ? "씨앗" : "Seed", DefaultValueFactory = _ => 18 };
        var story = CommonOptions.Among(new Option<string>("--story") { Description = "good | small | none", DefaultValueFactory = _ => "good" }, "good", "small", "none");
        var companies = new Option<int>("--companies") { Description = ko ? "회사 수" : "Companies", DefaultValueFactory = _ => 3000 };
        var asOf = new Option<string?>("--as-of") { Description = ko ? "기준일 (yyyy-MM-dd, 기본은 오늘)" : "Day the data ends (yyyy-MM-dd; today by default)" };
        var command = new Command("sample", ko
            ? "가상 회사의 파일을 만들어요. 모든 이름과 숫자는 지어냈어요.\n\n예: kindred sample ./sample-company --story small"
            : "Write the files of an invented company: every name and number is made up.\n\nExample: kindred sample ./sample-company --story small") { folder, seed, story, companies, asOf };
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed.GetValue(folder)!, parsed.GetValue(seed), parsed.GetValue(story)!, parsed.GetValue(companies), parsed.GetValue(asOf), language)));
        return command;
    }

    private static int Run(string folder, int seed, string story, int companies, string? asOf, Language language)
    {
        if (!Days.TryRead(asOf, TimeProvider.System, out var day))
        {
            return Output.Refuse([Days.Unreadable("--as-of", asOf!)], language);
        }

        var options = new SampleOptions(seed, Enum.Parse<SampleStory>(story, ignoreCase: true), companies, day);
        return options.Checked().TryGet(out var checkedOptions, out var reasons) ? Write(checkedOptions, folder, language) : Output.Refuse(reasons, language);
    }

    private static int Write(SampleOptions options, string folder, Language language)
    {
        if (!SampleFiles.Write(SampleCompany.Generate(options), folder).TryGet(out _, out var reasons))
        {
            return Output.Refuse(reasons, language);
        }

        SampleDocuments.Write(Path.Combine(folder, "documents"));
        Console.WriteLine(language == Language.Korean
            ? $"가상 회사 '매듭'의 파일을 {Path.GetFullPath(folder)}에 썼어요. 모든 이름과 숫자는 지어냈어요."
            : $"The files of the invented company 'Maedeup' are in {Path.GetFullPath(folder)}. Every name and number is made up.");
        return ExitCode.Done;
    }
}

/// <summary>Days given on the command line.</summary>
internal static class Days
{
    public static bool TryRead(string? text, TimeProvider clock, out DateOnly day)
    {
        day = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        return text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    public static Reason Unreadable(string option, string text) => new("cli.not-a-date", option, new Wording(
        $"{option}의 '{text}'은(는) 날짜가 아니에요. 2026-11-21처럼 써 주세요.", $"{option} '{text}' is not a date. Write it like 2026-11-21."));
}
