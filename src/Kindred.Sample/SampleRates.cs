using Kindred.Core.Standards;

namespace Kindred.Sample;

/// <summary>The fixed exchange rates the invented company's prices were made with.</summary>
public static class SampleRates
{
    /// <summary>The table.</summary>
    public static ExchangeRates Table { get; } = new(
    [
        new ExchangeRate(SampleOptions.EarliestAsOf.AddYears(-4), "USD", "KRW", Planted.WonPerDollar),
        new ExchangeRate(SampleOptions.EarliestAsOf.AddYears(-4), "JPY", "KRW", Planted.WonPerYen),
    ]);
}
