using System.Globalization;

namespace Kindred.Sample.Making;

/// <summary>Companies with industry, size, country and sales tool drawn so that the planted groups come out in their stated shares. Country acts only through industry and tools: the US has more software firms on Salesforce or HubSpot, and no effect of its own.</summary>
internal static class AccountMaker
{
    /// <summary>Bounds of the six size bands; the last is 1,000 and more.</summary>
    private static readonly (int Low, int High)[] Bands = [(2, 19), (20, 49), (50, 200), (201, 499), (500, 999), (1000, 18000)];

    private const double RoundShare = 0.88;

    private static readonly (int[] Sizes, double[] Weights)[] RoundSizes =
    [
        ([3, 5, 8, 10, 12, 15], [1, 1, 1, 1, 1, 1]),
        ([20, 25, 40], [0.6, 1, 2.6]),
        ([75, 100, 150], [0.38, 0.36, 0.26]),
        ([300, 450], [0.85, 0.15]),
        ([550, 600, 700, 800], [1, 1, 1, 1]),
        ([1100, 1200, 1500, 2000, 3000, 5000, 8000, 12000], [1, 1, 1.2, 1, 1, 0.8, 0.5, 0.4]),
    ];

    private static readonly string[] Countries = ["KR", "US", "JP", "SG"];
    private static readonly double[] CountryWeights = [0.60, 0.36, 0.025, 0.015];

    // Marginal industry weights are .29 .11 .14 .15 .07 .10 .05 .05 .04; the US leans to software, Korea gets the remainder.
    private static readonly double[] World = [0.29, 0.11, 0.14, 0.15, 0.07, 0.10, 0.05, 0.05, 0.04];
    private static readonly double[] America = [0.365, 0.145, 0.1197, 0.105, 0.0598, 0.0855, 0.0427, 0.0427, 0.0342];
    private static readonly double[] Korea = [.. World.Select((weight, i) => (weight - (0.36 * America[i]) - (0.04 * weight)) / 0.60)];

    private static readonly double[][] SizeWeights =
    [
        [0.13, 0.21, 0.460, 0.118, 0.045, 0.037],
        [0.13, 0.21, 0.460, 0.118, 0.045, 0.037],
        [0.13, 0.20, 0.335, 0.13, 0.065, 0.14],
        [0.55, 0.16, 0.135, 0.06, 0.03, 0.065],
        [0.21, 0.24, 0.24, 0.11, 0.07, 0.13],
        [0.27, 0.30, 0.20, 0.08, 0.05, 0.10],
        [0.28, 0.27, 0.20, 0.09, 0.05, 0.11],
        [0.17, 0.22, 0.25, 0.12, 0.08, 0.16],
        [0.10, 0.17, 0.22, 0.13, 0.10, 0.28],
    ];

    public static SampleAccount[] Make(SampleOptions options, int count)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "accounts");
        var names = new NameMaker(SeededGenerator.ForTopic(options.Seed, "names"));
        var decoys = new DecoyMaker(SeededGenerator.ForTopic(options.Seed, "decoys"), options.AsOf);
        var first = options.AsOf.AddMonths(-Planted.Months);
        var accounts = new SampleAccount[count];
        for (var i = 0; i < count; i++)
        {
            var country = Countries[random.PickWeighted(CountryWeights)];
            var industryIndex = random.PickWeighted(country == "KR" ? Korea : country == "US" ? America : World);
            var industry = Planted.Industries[industryIndex];
            var band = random.PickWeighted(SizeWeights[industryIndex]);
            var employees = Headcount(random, band);
            var crm = Crm(random, country, industryIndex, band);
            var (name, domain) = names.Company(country == "KR", industry);
            var (region, city) = Places.In(country, random);
            var words = country == "KR" ? Spelling.IndustryWords[industry].Ko : Spelling.IndustryWords[industry].En;
            accounts[i] = new SampleAccount(
                7_100_000_000L + (i * 137L), name, domain, country, region, city, industry, random.Pick(words),
                employees, employees, EmployeesExported: true, crm, first.AddDays(-random.Between(1, 400)),
                country == "KR" ? BusinessNumber(random) : "", decoys.Values(), GroupOf(industry, employees, crm));
        }

        return accounts;
    }

    public static SampleGroup GroupOf(string industry, int employees, string crm)
    {
        if (employees >= 1000)
        {
            return SampleGroup.Anti;
        }

        if (industry == "commerce" && employees < 20)
        {
            return SampleGroup.Regret;
        }

        var met = (industry is "software" or "fintech" ? 1 : 0) + (employees is >= 50 and <= 200 ? 1 : 0) + (crm is "Salesforce" or "HubSpot" ? 1 : 0);
        return met == 3 ? SampleGroup.Core : met == 2 ? SampleGroup.Adjacent : SampleGroup.Other;
    }

    /// <summary>Four in five sizes are the round figures that data vendors and sales reps write, spaced log-uniformly, which makes ties; the rest are exact and log-uniform inside the band. Sizes cluster at 80 and 120 inside 50–200 and keep off its edges, as planted boundaries could not be found again otherwise: with 158 deals nobody can tell 50 from 55.</summary>
    private static int Headcount(SeededGenerator random, int band)
    {
        if (random.Chance(RoundShare))
        {
            var (sizes, weights) = RoundSizes[band];
            return sizes[random.PickWeighted(weights)];
        }

        var (low, high) = Bands[band];
        return Math.Clamp((int)(low * Math.Pow((high + 1.0) / low, random.Unit())), low, high);
    }

    private static string Crm(SeededGenerator random, string country, int industry, int band)
    {
        var tech = industry < 2;
        var share = (country, tech) switch
        {
            ("KR", true) => 0.58,
            ("US", true) => 0.85,
            (_, true) => 0.66,
            ("KR", false) => 0.27,
            ("US", false) => 0.49,
            _ => 0.38,
        };
        share += (industry == 2 ? 0.16 : 0) + (band == 2 ? 0.02 : 0);
        share *= band == 5 ? 0.55 : 1;
        if (random.Chance(share))
        {
            return random.Chance(band >= 3 ? 0.75 : 0.5) ? "Salesforce" : "HubSpot";
        }

        return band >= 4
            ? random.Pick<string>(["Dynamics 365", "SAP CRM", "Zoho CRM", "Excel"])
            : random.Pick<string>(["Excel", "Excel", "None", "Pipedrive", "Zoho CRM"]);
    }

    private static string BusinessNumber(SeededGenerator random)
    {
        Span<int> digits = stackalloc int[10];
        ReadOnlySpan<int> weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
        var number = random.Between(101, 899).ToString(CultureInfo.InvariantCulture) + random.Between(81, 88).ToString(CultureInfo.InvariantCulture)
            + random.Below(10_000).ToString("0000", CultureInfo.InvariantCulture);
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            digits[i] = number[i] - '0';
            sum += digits[i] * weights[i];
        }

        sum += digits[8] * 5 / 10;
        return $"{number[..3]}-{number[3..5]}-{number[5..]}{(10 - (sum % 10)) % 10}";
    }
}
