using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Core.Success;

/// <summary>How many of the 100 points of health each factor holds.</summary>
public sealed record HealthWeights
{
    private readonly int[] _points;

    private HealthWeights(int[] points) => _points = points;

    /// <summary>25 trend of use, 15 breadth, 10 tickets, 15 payment, 15 sponsor, 10 engagement, 10 survey.</summary>
    public static HealthWeights Default { get; } = new([25, 15, 10, 15, 15, 10, 10]);

    /// <summary>Factors in order.</summary>
    public static IReadOnlyList<HealthFactor> Factors { get; } = Enum.GetValues<HealthFactor>();

    /// <summary>Points of a factor.</summary>
    public int this[HealthFactor factor] => _points[(int)factor];

    /// <summary>Name in files and on the command line: usage-trend, breadth, tickets, payment, sponsor, engagement, survey.</summary>
    public static string Id(HealthFactor factor) => factor == HealthFactor.UsageTrend ? "usage-trend" : factor.ToString().ToLowerInvariant();

    /// <summary>The factor in words.</summary>
    public static Wording Label(HealthFactor factor) => factor switch
    {
        HealthFactor.UsageTrend => new("핵심 기능 사용 추세", "trend of key-feature use"),
        HealthFactor.Breadth => new("쓰는 기능의 폭", "breadth of use"),
        HealthFactor.Tickets => new("문의량", "support tickets"),
        HealthFactor.Payment => new("제때 결제", "paid in time"),
        HealthFactor.Sponsor => new("결정권자와의 연결", "sponsor known"),
        HealthFactor.Engagement => new("최근 접촉", "recent contact"),
        _ => new("만족도 응답", "satisfaction"),
    };

    /// <summary>Reads <c>usage-trend=40,breadth=0,…</c>; factors not named keep their default; empty text is the default.</summary>
    /// <returns>The weights; refused: <c>success.weights</c> (an unknown name or no whole number from 0 to 100), <c>success.weights-total</c> (they do not add up to 100).</returns>
    public static Result<HealthWeights> Parse(string? text)
    {
        int[] points = [.. Default._points];
        foreach (var pair in (text ?? "").Split([',', '\n', ' ', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', StringSplitOptions.TrimEntries);
            var at = Array.FindIndex([.. Factors], factor => Id(factor) == parts[0]);
            if (parts.Length != 2 || at < 0 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > 100)
            {
                var known = string.Join(", ", Factors.Select(Id));
                return Result.Refused<HealthWeights>("success.weights", pair, $"가중치 '{pair}'을(를) 읽을 수 없어요. 이름=0–100의 정수로 적어 주세요. 이름: {known}.", $"The weight '{pair}' cannot be read. Write name=whole number from 0 to 100. Names: {known}.");
            }

            points[at] = value;
        }

        var total = Format.Whole(points.Sum());
        return points.Sum() == 100
            ? Result.Accepted(new HealthWeights(points))
            : Result.Refused<HealthWeights>("success.weights-total", total, $"가중치의 합이 {total}이에요. 100이 되게 적어 주세요.", $"The weights add up to {total}. They must add up to 100.");
    }

    /// <summary>As read by <see cref="Parse"/>.</summary>
    public override string ToString() => string.Join(",", Factors.Select(factor => Id(factor) + "=" + Format.Whole(this[factor])));

    /// <inheritdoc />
    public bool Equals(HealthWeights? other) => other is not null && _points.AsSpan().SequenceEqual(other._points);

    /// <inheritdoc />
    public override int GetHashCode() => _points.Aggregate(17, HashCode.Combine);
}
