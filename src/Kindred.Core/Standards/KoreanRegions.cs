using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>시도–시군구: the official list of 2018 with the changes up to 2024-07 (강원·전북 특별자치도, 군위군 → 대구, 인천 남구 → 미추홀구), and the older names as aliases.</summary>
public static class KoreanRegions
{
    private static readonly Lazy<Index> Loaded = new(Load);

    /// <summary>All 시군구 with their 시도.</summary>
    public static IReadOnlyList<KoreanRegion> All => Loaded.Value.All;

    /// <summary>Reads an address or its first words ("경기 수원시 영통구 …", "강원도 춘천시", "Seoul", "강남구"); null when no place is found, or when a 시군구 alone fits several 시도.</summary>
    public static KoreanRegion? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var index = Loaded.Value;
        var words = Spelling.Words(text, "-").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && words[0] is "대한민국" or "한국" or "korea")
        {
            words = words[1..];
        }

        if (words.Length == 0)
        {
            return null;
        }

        // An alias may be of two words ("경상북도 군위군"), a 시군구 too ("수원시 영통구").
        if (words.Length >= 2 && index.Aliases.TryGetValue(words[0] + " " + words[1], out var pair))
        {
            return pair;
        }

        for (var at = 0; at < words.Length; at++)
        {
            if (index.Sido.TryGetValue(words[at], out var sido))
            {
                var rest = words[(at + 1)..].Concat(words[..at]).ToArray();
                return new KoreanRegion(sido, SigunguIn(index, sido.Ko, rest));
            }
        }

        return Alone(index, words);
    }

    private static Wording? SigunguIn(Index index, string sido, string[] words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var name in Candidates(words, at))
            {
                if (index.BySido.TryGetValue((sido, name), out var region))
                {
                    return region.Sigungu;
                }
            }
        }

        return null;
    }

    private static KoreanRegion? Alone(Index index, string[] words)
    {
        foreach (var name in Candidates(words, 0))
        {
            if (index.BySigungu.TryGetValue(name, out var places))
            {
                return places.Select(place => place.Sido.Ko).Distinct(StringComparer.Ordinal).Count() == 1 ? places[0] : null;
            }
        }

        return null;
    }

    private static IEnumerable<string> Candidates(string[] words, int at)
    {
        if (at + 1 < words.Length)
        {
            yield return words[at] + " " + words[at + 1];
        }

        yield return words[at];
    }

    private static Index Load()
    {
        var index = new Index();
        foreach (var row in ReferenceFile.Rows("kr-regions.csv"))
        {
            var sido = new Wording(row[1], row[2]);
            index.Sido.TryAdd(Spelling.Words(row[1]), sido);
            index.Sido.TryAdd(Spelling.Words(row[2], "-"), sido);
            Add(index, new KoreanRegion(sido, new Wording(row[4], row[5])), row[4], row[5]);
            if (row[4].IndexOf(' ', StringComparison.Ordinal) is > 0 and var gap)
            {
                Add(index, new KoreanRegion(sido, Wording.Same(row[4][..gap])), row[4][..gap]);
            }
        }

        foreach (var row in ReferenceFile.Rows("kr-region-aliases.csv"))
        {
            if (row[1].Length == 0)
            {
                continue;
            }

            var sido = index.Sido[Spelling.Words(row[1])];
            var alias = Spelling.Words(row[0], "-");
            if (row[2].Length > 0)
            {
                index.Aliases[alias] = new KoreanRegion(sido, index.BySido[(sido.Ko, row[2])].Sigungu);
            }
            else
            {
                index.Sido.TryAdd(alias, sido);
            }
        }

        return index;
    }

    private static void Add(Index index, KoreanRegion region, params ReadOnlySpan<string> names)
    {
        index.All.Add(region);
        foreach (var name in names)
        {
            var key = Spelling.Words(name, "-");
            index.BySido.TryAdd((region.Sido.Ko, key), region);
            if (!index.BySigungu.TryGetValue(key, out var places))
            {
                index.BySigungu[key] = places = [];
            }

            places.Add(region);
        }
    }

    private sealed class Index
    {
        public List<KoreanRegion> All { get; } = [];

        public Dictionary<string, Wording> Sido { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, KoreanRegion> Aliases { get; } = new(StringComparer.Ordinal);

        public Dictionary<(string, string), KoreanRegion> BySido { get; } = [];

        public Dictionary<string, List<KoreanRegion>> BySigungu { get; } = new(StringComparer.Ordinal);
    }
}
