using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>A dated, editable table of exchange rates. Currencies are never added without it.</summary>
public sealed class ExchangeRates
{
    private readonly Dictionary<(string, string), ExchangeRate[]> _pairs;

    /// <summary>Makes a table.</summary>
    /// <exception cref="ArgumentException">A rate is not above 0.</exception>
    public ExchangeRates(IReadOnlyList<ExchangeRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        if (rates.Any(rate => rate.Rate <= 0))
        {
            throw new ArgumentException("Rates are above 0.", nameof(rates));
        }

        Rates = [.. rates.OrderBy(rate => rate.From, StringComparer.Ordinal).ThenBy(rate => rate.To, StringComparer.Ordinal).ThenBy(rate => rate.Since)];
        _pairs = Rates.GroupBy(rate => (rate.From, rate.To)).ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>A table without rates: each currency stands alone.</summary>
    public static ExchangeRates None { get; } = new([]);

    /// <summary>All rates, by pair and day.</summary>
    public IReadOnlyList<ExchangeRate> Rates { get; }

    /// <summary>Converts at the rate that held on the day (or at one fixed day, for growth at constant rates).</summary>
    /// <returns>The amount, or the refusal <c>standards.no-exchange-rate</c>.</returns>
    public Result<Money> Convert(Money money, string currency, DateOnly day)
    {
        if (money.Currency == currency)
        {
            return Result.Accepted(money);
        }

        if (At(money.Currency, currency, day) is { } rate)
        {
            return Result.Accepted(Money.FromMajor(money.Major * rate, currency));
        }

        if (At(currency, money.Currency, day) is { } inverse)
        {
            return Result.Accepted(Money.FromMajor(money.Major / inverse, currency));
        }

        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Result.Refused<Money>(
            "standards.no-exchange-rate",
            money.Currency + "/" + currency,
            date + "에 쓸 " + money.Currency + "→" + currency + " 환율이 없어요. 서로 다른 통화는 환율 없이 더하지 않아요. 환율표(since,from,to,rate)에 그 날짜나 그 전 날짜의 환율을 넣어 주세요.",
            "No rate from " + money.Currency + " to " + currency + " holds on " + date + ". Currencies are never added without one. Add a row of that day or earlier to the rate table (since,from,to,rate).");
    }

    /// <summary>Reads the table from CSV text with the header <c>since,from,to,rate</c>.</summary>
    /// <returns>The table, or <c>standards.exchange-rate-row</c> for each row that cannot be read.</returns>
    public static Result<ExchangeRates> Parse(string csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        var rates = new List<ExchangeRate>();
        var reasons = new List<Reason>();
        foreach (var (line, number) in csv.Split('\n').Select((line, index) => (line.Trim('\r', ' '), index + 1)).Skip(1))
        {
            var cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (line.Length == 0)
            {
                continue;
            }

            if (cells.Length == 4 && DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since)
                && cells[1].Length == 3 && cells[2].Length == 3 && decimal.TryParse(cells[3], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate > 0)
            {
                rates.Add(new ExchangeRate(since, cells[1].ToUpperInvariant(), cells[2].ToUpperInvariant(), rate));
            }
            else
            {
                var row = number.ToString(CultureInfo.InvariantCulture);
                reasons.Add(new Reason("standards.exchange-rate-row", "row " + row, new Wording(
                    "환율표 " + row + "번째 줄 '" + line + "'을(를) 읽을 수 없어요. 2026-01-02,USD,KRW,1450.5처럼 적어 주세요.",
                    "Row " + row + " of the rate table, '" + line + "', cannot be read. Write it like 2026-01-02,USD,KRW,1450.5.")));
            }
        }

        return reasons.Count > 0 ? Result.Refused<ExchangeRates>(reasons) : Result.Accepted(new ExchangeRates(rates));
    }

    private decimal? At(string from, string to, DateOnly day) =>
        _pairs.TryGetValue((from, to), out var rates) ? rates.LastOrDefault(rate => rate.Since <= day)?.Rate : null;
}
