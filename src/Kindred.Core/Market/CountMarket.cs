using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Market;

/// <summary>What to count.</summary>
/// <param name="Country">Two-letter country code. Official counts are shipped for US.</param>
/// <param name="Naics">NAICS 2022 codes of 2 to 6 digits; empty for every industry. The statistic knows sectors: a longer code counts its whole sector, and the estimate says so.</param>
/// <param name="EmployeesFrom">Smallest size, 0 or more.</param>
/// <param name="EmployeesTo">Largest size, or null for no limit.</param>
/// <param name="States">Postal codes or names; empty for the whole country.</param>
/// <param name="OtherConditions">Conditions no official statistic knows (technology, funding …), in words.</param>
public sealed record MarketQuestion(
    string Country,
    IReadOnlyList<string> Naics,
    int EmployeesFrom,
    int? EmployeesTo,
    IReadOnlyList<string> States,
    IReadOnlyList<Wording> OtherConditions);

/// <summary>Counts firms of a condition list from official statistics: industry, size and region only.</summary>
public static class CountMarket
{
    /// <summary>The estimate, or why there is none.</summary>
    public static Result<MarketEstimate> Count(MarketQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var reasons = MarketChecks.Check(question);
        if (reasons.Count > 0)
        {
            return Result.Refused<MarketEstimate>(reasons);
        }

        string[] sectors = question.Naics.Count == 0 ? [FirmTable.AllSectors] : [.. question.Naics.Select(code => FirmTable.SectorOf(code)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        UsState[] states = [.. question.States.Select(state => UsState.Read(state)!).Distinct().OrderBy(state => state.Fips, StringComparer.Ordinal)];
        var (firms, low, high) = OverStates(sectors, states, question.EmployeesFrom, question.EmployeesTo);
        var wider = question.Naics.Any(code => FirmTable.SectorOf(code) != code && code.Length > 2);
        return Result.Accepted(new MarketEstimate(
            Rounded(firms), Rounded(low), Rounded(high), FirmTable.Year, FirmTable.Source,
            MarketWording.Used(question, sectors, states), question.OtherConditions, MarketWording.Notes(question, sectors, states, wider), wider, IsOfficial: true));
    }

    /// <summary>One state or the nation is a sum over sectors; several states hold some firms more than once, so the largest state is the least and the sum (never above the nation) the most.</summary>
    private static (double Firms, double Low, double High) OverStates(string[] sectors, UsState[] states, int from, int? to)
    {
        var nation = OverSectors(FirmTable.National, sectors, from, to);
        if (states.Length == 0)
        {
            return nation;
        }

        var each = states.Select(state => OverSectors(state.Fips, sectors, from, to)).ToArray();
        return (Math.Min(each.Sum(one => one.Firms), nation.High), each.Max(one => one.Low), Math.Min(each.Sum(one => one.High), nation.High));
    }

    /// <summary>A firm with employees in two sectors counts in both: the largest sector is the least, the sum the most.</summary>
    private static (double Firms, double Low, double High) OverSectors(string fips, string[] sectors, int from, int? to)
    {
        double firms = 0, low = 0, high = 0;
        foreach (var sector in sectors)
        {
            var one = SizeInterpolation.Count(FirmTable.Bands(fips, sector), from, to);
            firms += one.Firms;
            low = Math.Max(low, one.Low);
            high += one.High;
        }

        return (firms, low, high);
    }

    private static long Rounded(double firms) => (long)Math.Round(firms, MidpointRounding.AwayFromZero);
}
