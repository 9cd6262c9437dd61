using System.Globalization;

namespace Kindred.Sample.Making;

/// <summary>Values of the twelve fields that have no effect of their own.</summary>
internal sealed class DecoyMaker(SeededGenerator random, DateOnly asOf)
{
    private static readonly string[][] Words =
    [
        ["Private", "Private", "Private", "Public", "Family-owned", "PE-owned"],
        ["Bootstrapped", "Bootstrapped", "Seed", "Series A", "Series B", "Series C+"],
        ["AWS", "AWS", "Azure", "GCP", "Naver Cloud", "On-premise"],
        ["Google Workspace", "Microsoft 365", "Microsoft 365", "Naver Works"],
        ["December", "December", "December", "March", "June"],
        ["Top 100k", "100k-500k", "500k-1M", "Below 1M"],
        ["Mailchimp", "Stibee", "None", "Own tool"],
        ["ISO 27001", "SOC 2", "ISMS", "None", "None", "None"],
    ];

    public string[] Values() =>
    [
        Text(asOf.Year - 2 - (int)(30 * random.Unit() * random.Unit())),
        random.Pick(Words[0]),
        random.Pick(Words[1]),
        random.Chance(Planted.HalfDecoyShare) ? Planted.HalfDecoyValue : Other(),
        random.Pick(Words[2]),
        random.Pick(Words[3]),
        random.Pick(Words[4]),
        Text(1 + (int)(8 * random.Unit() * random.Unit())),
        Text((int)(40 * random.Unit() * random.Unit())),
        random.Pick(Words[5]),
        random.Pick(Words[6]),
        random.Pick(Words[7]),
    ];

    /// <summary>Draws the half decoy anew for a company whose first-half deal ended so: with the outcome in the first 18 months, so that the value looks 1.8 times better there and nowhere else.</summary>
    public static string HalfDecoy(SeededGenerator random, bool won, double baseRate)
    {
        // Rates r·lift and r with share s and mean b: r = b / (1 + s (lift − 1)). Bayes gives the share among won and lost.
        var rate = baseRate / (1 + (Planted.HalfDecoyShare * (Planted.HalfDecoyLift - 1))) * Planted.HalfDecoyLift;
        var share = won ? Planted.HalfDecoyShare * rate / baseRate : Planted.HalfDecoyShare * (1 - rate) / (1 - baseRate);
        return random.Chance(share) ? Planted.HalfDecoyValue : random.Chance(0.5) ? "Remote" : "On-site";
    }

    private string Other() => random.Chance(0.5) ? "Remote" : "On-site";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
