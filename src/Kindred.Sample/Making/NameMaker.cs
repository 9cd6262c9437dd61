using System.Globalization;

namespace Kindred.Sample.Making;

/// <summary>Unique company names and domains, and people's names. Names stay unique after legal forms are stripped: a shared name would be a trap nobody planned.</summary>
internal sealed class NameMaker(SeededGenerator random)
{
    /// <summary>Reserved for ever (RFC 2606): a message sent by mistake reaches nobody.</summary>
    private const string ReservedEnding = ".example";

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);

    public (string Name, string Domain) Company(bool korean, string industry)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (name, stem) = korean ? Korean(industry, attempt) : English(industry, attempt);
            if (_names.Contains(name) || _domains.Contains(stem))
            {
                continue;
            }

            _names.Add(name);
            _domains.Add(stem);
            return (name, stem + ReservedEnding);
        }
    }

    /// <summary>A person: given name, family name, and the part of the address before @.</summary>
    public static (string First, string Last, string Mailbox) Person(SeededGenerator random, bool korean)
    {
        if (korean)
        {
            var family = random.Below(Spelling.FamilyKo.Length);
            var (ko, en) = random.Pick(Spelling.GivenKo);
            return (ko, Spelling.FamilyKo[family], en + "." + Spelling.FamilyEn[family]);
        }

        var (first, last) = (random.Pick(Spelling.GivenEn), random.Pick(Spelling.LastEn));
        return (first, last, (first.Replace(" ", "", StringComparison.Ordinal) + "." + last).ToLowerInvariant());
    }

    private (string Name, string Stem) Korean(string industry, int attempt)
    {
        var tail = random.Below(Spelling.Tails[industry].Ko.Length);
        var (first, second) = (random.Pick(Spelling.Syllables), random.Pick(Spelling.Syllables));
        var third = attempt > 4 ? random.Pick(Spelling.Syllables) : ("", "");
        return (first.Ko + second.Ko + third.Item1 + Spelling.Tails[industry].Ko[tail],
            first.En + second.En + third.Item2 + (attempt > 2 ? Digits() : "") + industry[..2]);
    }

    private (string Name, string Stem) English(string industry, int attempt)
    {
        var tail = random.Pick(Spelling.Tails[industry].En);
        var word = random.Pick(Spelling.FirstWords) + random.Pick(Spelling.SecondWords) + (attempt > 4 ? " " + random.Pick(Spelling.FirstWords) : "");
        return (word + tail, word.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() + (attempt > 2 ? Digits() : "") + tail.Trim()[..3].ToLowerInvariant());
    }

    private string Digits() => random.Between(2, 999).ToString(CultureInfo.InvariantCulture);
}
