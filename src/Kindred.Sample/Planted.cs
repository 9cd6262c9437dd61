namespace Kindred.Sample;

/// <summary>What is planted in the sample, in one place. Every figure is a requirement of the product's sample description.</summary>
public static class Planted
{
    /// <summary>Industry keys.</summary>
    public static readonly string[] Industries = ["software", "fintech", "manufacturing", "commerce", "health", "services", "education", "logistics", "public"];

    /// <summary>Channels, as in the costs file.</summary>
    public static readonly string[] Channels = ["Ads", "Content", "Webinar", "Outbound", "Referral", "Partner"];

    /// <summary>The twelve company fields without any effect of their own.</summary>
    public static readonly string[] DecoyNames =
    [
        "Founded Year", "Ownership", "Funding Stage", "Remote Policy", "Cloud Provider", "Groupware",
        "Fiscal Year End", "Office Count", "Open Jobs", "Web Traffic Tier", "Newsletter Platform", "Certification",
    ];

    /// <summary>The decoy that looks 1.8 times better in the first 18 months only: position in <see cref="DecoyNames"/> and value.</summary>
    public const int HalfDecoy = 3;

    /// <summary>The value that shines in the first half.</summary>
    public const string HalfDecoyValue = "Hybrid";

    /// <summary>Share of companies with that value.</summary>
    public const double HalfDecoyShare = 0.25;

    /// <summary>Its win rate against the others' in the first half.</summary>
    public const double HalfDecoyLift = 1.8;

    /// <summary>Fields written after the outcome, which must not enter any ICP: file and column.</summary>
    public static readonly (string File, string Column)[] Leaks =
        [("deals", "contract_sent_date"), ("deals", "onboarding_owner"), ("deals", "final_discount"), ("contacts", "lead_status")];

    /// <summary>Months of history before the as-of day.</summary>
    public const int Months = 36;

    /// <summary>Months before the US (and JP, SG) are sold to.</summary>
    public const int MonthsBeforeAbroad = 12;

    /// <summary>Share of employees missing in the export, by the company's outcome: lost, won, never a deal.</summary>
    public const double MissingLost = 0.18, MissingWon = 0.03, MissingNoDeal = 0.12;

    /// <summary>Won per ₩ of another currency, the sample's fixed rates.</summary>
    public const decimal WonPerDollar = 1380m, WonPerYen = 9.2m;

    /// <summary>US fintech deals closed in the last ninety days and how many of them were won; the wins and the win rate of the year before.</summary>
    public const int UsFintechLastDeals = 24, UsFintechLastWon = 7, UsFintechYearWon = 11;

    /// <summary>Win rate of US fintech in the year before the last ninety days.</summary>
    public const double UsFintechYearRate = 0.52;

    /// <summary>Gross margin behind the planted economics.</summary>
    public const double GrossMargin = 0.80;

    /// <summary>Probability that a deal of this group is won, before trigger and channel.</summary>
    public static double WinProbability(SampleGroup group) => group switch
    {
        SampleGroup.Core => 0.545,
        SampleGroup.Adjacent => 0.20,
        SampleGroup.Regret => 0.44,
        SampleGroup.Anti => 0.04,
        _ => 0.13,
    };

    /// <summary>Factor of the trigger on the win probability.</summary>
    public static double TriggerFactor(bool triggered) => triggered ? 1.35 : 0.85;

    /// <summary>Share of deals with the trigger; small shops rarely hire a RevOps or finance lead.</summary>
    public static double TriggerShare(SampleGroup group) => group == SampleGroup.Regret ? 0.26 : 0.305;

    /// <summary>Factor of the channel on the win probability.</summary>
    public static double ChannelFactor(int channel) => channel switch { 4 => 1.15, 2 => 0.85, _ => 1.0 };

    /// <summary>Probability that a won customer is alive after twelve months.</summary>
    public static double KeptTwelveMonths(SampleGroup group, bool smallServices) => group switch
    {
        SampleGroup.Core => 0.95,
        SampleGroup.Adjacent => 0.84,
        SampleGroup.Regret => 0.42,
        SampleGroup.Anti => 0.85,
        _ => smallServices ? 0.597 : 0.755,
    };

    /// <summary>Months of margin that a won ₩ costs, by channel: gives the planted payback of each segment through its channel mix.</summary>
    public static readonly double[] PaybackMonths = [13.5, 11.0, 11.0, 10.0, 8.0, 9.0];

    /// <summary>Share of customers that leave in a month, in the segments whose economics are planted.</summary>
    public static readonly (double Core, double SmallServices, double Shops) ChurnPerMonth = (0.004, 0.042, 0.072);

    /// <summary>Months of margin that win the spend back, in those segments.</summary>
    public static readonly (double Core, double SmallServices, double Shops) SegmentPayback = (10.0, 11.0, 11.9);

    /// <summary>How a group's deals come in. Partner: 8 % of all deals, half of them core, no effect within core.</summary>
    public static double[] ChannelMix(SampleGroup group) => group switch
    {
        SampleGroup.Core => [0.06, 0.12, 0.22, 0.20, 0.10, 0.30],
        SampleGroup.Regret => [0.43, 0.29, 0.20, 0.02, 0.04, 0.02],
        SampleGroup.Anti => [0.05, 0.15, 0.24, 0.42, 0.09, 0.05],
        _ => [0.18, 0.23, 0.24, 0.19, 0.11, 0.05],
    };
}
