using System.Globalization;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Market;
using Kindred.Core.Standards;

namespace Kindred.Cli;

/// <summary>What <c>kindred build</c> was called with.</summary>
internal sealed record BuildCall(
    string[] Paths, string Workspace, string? Outcome, string? AsOf, string? Won, string? NewBusiness, string? Mapping, string? Rates, string? Market, string? Report, long Seed, bool IsJson, Language Language)
{
    /// <summary>The options as the use case takes them, or why they cannot be taken.</summary>
    public Result<BuildInputs> Inputs()
    {
        if (!Days.TryRead(AsOf, TimeProvider.System, out var day))
        {
            return Result.Refused<BuildInputs>(Days.Unreadable("--as-of", AsOf!));
        }

        return Saved().Then(saved => ReadRates().Then(rates => Stated().Then(stated => Result.Accepted(new BuildInputs(
            AsOf is null ? null : day,
            saved.Count > 0 ? saved[0] : null,
            Won is null && NewBusiness is null ? null : new Answers(Words(Won), Words(NewBusiness)),
            rates,
            stated.Count > 0 ? stated[0] : null)))));
    }

    private static string[]? Words(string? text) => text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private Result<IReadOnlyList<Mapping>> Saved() => Mapping is { } file && File.Exists(file)
        ? MappingFile.Read(File.ReadAllText(file)).Then(mapping => Result.Accepted<IReadOnlyList<Mapping>>([mapping]))
        : Result.Accepted<IReadOnlyList<Mapping>>([]);

    private Result<ExchangeRates> ReadRates()
    {
        if (Rates is not { } file)
        {
            return Result.Accepted(ExchangeRates.None);
        }

        return File.Exists(file)
            ? ExchangeRates.Parse(File.ReadAllText(file))
            : Result.Refused<ExchangeRates>("build.no-rates", file, $"환율 파일 '{file}'이 없어요.", $"There is no rates file '{file}'.");
    }

    private Result<IReadOnlyList<StatedMarket>> Stated()
    {
        if (Market is not { } text)
        {
            return Result.Accepted<IReadOnlyList<StatedMarket>>([]);
        }

        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        return parts.Length == 4 && long.TryParse(parts[1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var firms) && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? Result.Accepted<IReadOnlyList<StatedMarket>>([new StatedMarket(parts[0], firms, year, parts[3])])
            : Result.Refused<IReadOnlyList<StatedMarket>>("build.market", "--market",
                $"--market '{text}'을(를) 읽을 수 없어요. 국가;회사수;연도;출처로 써 주세요. 예: KR;12000;2024;통계청 기업생멸행정통계",
                $"--market '{text}' cannot be read. Write COUNTRY;FIRMS;YEAR;SOURCE, as in KR;12000;2024;Statistics Korea.");
    }
}

/// <summary>Options of a build as the use case takes them.</summary>
internal sealed record BuildInputs(DateOnly? AsOf, Mapping? Saved, Answers? Answers, ExchangeRates? Rates, StatedMarket? Stated);
