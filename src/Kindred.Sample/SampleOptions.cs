using Kindred.Core.Basics;

namespace Kindred.Sample;

/// <summary>What sample to make. Same options, same bytes.</summary>
/// <param name="Seed">Seed of everything random. Default 18.</param>
/// <param name="Story">Which story; <see cref="SampleStory.Small"/> scales every count by 0.15.</param>
/// <param name="Companies">Companies in the CRM before duplicates, 200 to 1,000,000; every other count follows in proportion. Default 3,000.</param>
/// <param name="AsOf">The day the exports were downloaded; everything lies in the 36 months before. 2000-01-01 or later.</param>
public sealed record SampleOptions(int Seed, SampleStory Story, int Companies, DateOnly AsOf)
{
    /// <summary>Fewest companies that keep each planted group populated.</summary>
    public const int FewestCompanies = 200;

    /// <summary>Most companies.</summary>
    public const int MostCompanies = 1_000_000;

    /// <summary>First day a sample can be dated: the 36 months of history need room before them.</summary>
    public static readonly DateOnly EarliestAsOf = new(2000, 1, 1);

    /// <summary>The default sample of a day: seed 18, story good, 3,000 companies.</summary>
    public static SampleOptions Default(DateOnly asOf) => new(18, SampleStory.Good, 3000, asOf);

    /// <summary>The options, or why no sample can be made with them.</summary>
    public Result<SampleOptions> Checked()
    {
        var reasons = new List<Reason>();
        if (Companies is < FewestCompanies or > MostCompanies)
        {
            var found = Companies.ToString(System.Globalization.CultureInfo.InvariantCulture);
            reasons.Add(new Reason("sample.companies-out-of-range", "--companies", new Wording(
                $"--companies에 '{found}'을(를) 주셨어요. 200에서 1,000,000까지 만들 수 있어요. 기본값은 3000이에요.",
                $"--companies is '{found}'. A sample has 200 to 1,000,000 companies; leave the option out for 3000.")));
        }

        if (AsOf < EarliestAsOf)
        {
            var found = AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            reasons.Add(new Reason("sample.as-of-too-early", "--as-of", new Wording(
                $"--as-of에 '{found}'을(를) 주셨어요. 2000-01-01 이후 날짜를 적어 주세요.",
                $"--as-of is '{found}'. Give a date from 2000-01-01 on.")));
        }

        return reasons.Count > 0 ? Result.Refused<SampleOptions>(reasons) : Result.Accepted(this);
    }
}
