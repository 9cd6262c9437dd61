using Kindred.Core.Basics;
using Kindred.Core.Segments;
using Kindred.Core.Standards;

namespace Kindred.Core.Success;

/// <summary>What to study about running customers.</summary>
public sealed record SuccessRequest
{
    /// <summary>Points of health by factor; they add up to 100.</summary>
    public HealthWeights Weights { get; init; } = HealthWeights.Default;

    /// <summary>Key feature; null takes the one most customers use.</summary>
    public string? KeyFeature { get; init; }

    /// <summary>Exchange rates; null takes those of the facts.</summary>
    public ExchangeRates? Rates { get; init; }

    /// <summary>Accounts somebody can look after in person (tier A), 0–100,000.</summary>
    public int CapacityA { get; init; } = 20;

    /// <summary>Accounts somebody can check in with every month (tier B), 0–100,000.</summary>
    public int CapacityB { get; init; } = 60;

    /// <summary>Most alerts raised in a week, 0–1,000.</summary>
    public int AlertsPerWeek { get; init; } = 5;

    /// <summary>Of folds and draws.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Refusals: <c>success.capacity</c>, <c>success.alerts</c>.</summary>
    public IReadOnlyList<Reason> Check()
    {
        var reasons = new List<Reason>();
        Within("success.capacity", CapacityA, 100_000, "A 등급으로 맡을 수 있는 고객 수", "Accounts of tier A");
        Within("success.capacity", CapacityB, 100_000, "B 등급으로 맡을 수 있는 고객 수", "Accounts of tier B");
        Within("success.alerts", AlertsPerWeek, 1000, "한 주 알림 수", "Alerts a week");
        return reasons;

        void Within(string code, int value, int most, string ko, string en)
        {
            if (value < 0 || value > most)
            {
                var (found, high) = (Format.Whole(value), Format.Grouped(most));
                reasons.Add(new Reason(code, found, new Wording($"{ko}: {found}은(는) 쓸 수 없어요. 0부터 {high}까지 적어 주세요.", $"{en}: {found} cannot be used. Write 0 to {high}.")));
            }
        }
    }

    internal SegmentRequest ForMonths() => new() { By = [], Rates = Rates, Months = 120 };
}
