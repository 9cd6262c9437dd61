using Kindred.Documents.Sharing;
using Kindred.Documents.Tracking;
using Xunit;

namespace Kindred.Tests.Documents;

/// <summary>Seals: one purpose and one list of parts, one tag. View tokens: of one link only, for a day.</summary>
public sealed class SealTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private readonly Seals _seals = new(Key);

    [Fact]
    public void Of_DifferentParts_NeverTheSameTag()
    {
        string[][] lists =
        [
            [], [""], ["", ""], ["a"], ["a", ""], ["", "a"], ["ab"], ["a", "b"], ["b", "a"], ["1:a"], ["a1:b"], ["a", "1:b"], ["1", ":a"], ["0:"], ["0:", ""], ["10:aaaaaaaaaa"], ["aaaaaaaaaa"], ["한글"], ["한", "글"], ["é"], ["e\u0301"],
            ["\ud800"], ["\ufffd"], ["\udfff"], ["\ud83d\ude00"], ["?"], ["\0"], ["\0\0"], ["a\n"], ["a", "\n"], ["A"],
        ];
        var tags = lists.SelectMany(list => new[] { "page", "view", "code" }.Select(purpose => _seals.Of(purpose, list))).ToArray();
        Assert.Equal(tags.Length, tags.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Of_RandomParts_NeverTheSameTag()
    {
        var random = new Random(11);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < 20_000; i++)
        {
            string[] parts = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => new string([.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => "1:2a\ud800"[random.Next(5)])]))];
            var written = string.Join('|', parts.Select(part => string.Join(',', part.Select(letter => ((int)letter).ToString(System.Globalization.CultureInfo.InvariantCulture))))) + "/" + parts.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var tag = _seals.Of("x", parts);
            Assert.Equal(written, seen.TryGetValue(tag, out var other) ? other : seen[tag] = written);
        }

        Assert.True(seen.Count > 2_000);
    }

    [Fact]
    public void Fits_OtherPurposeKeyOrLength_DoesNot()
    {
        var tag = _seals.Of("page", "a", "b");
        Assert.True(_seals.Fits(tag, "page", "a", "b"));
        Assert.False(_seals.Fits(tag, "view", "a", "b"));
        Assert.False(_seals.Fits(tag, "page", "a", "c"));
        Assert.False(new Seals([.. Key.Reverse()]).Fits(tag, "page", "a", "b"));
        foreach (var wrong in new[] { null, "", tag[..^1], tag + "A", tag.ToUpperInvariant(), " " + tag, new string('a', 100_000) })
        {
            Assert.False(_seals.Fits(wrong, "page", "a", "b"));
        }

        Assert.Throws<ArgumentException>(() => new Seals(new byte[31]));
    }

    [Fact]
    public void Tokens_OfAnotherLinkOrChanged_AreRefused()
    {
        var tokens = new ViewTokens(_seals);
        var view = new string('a', 32);
        var token = tokens.Make(view, "link-a", Now);
        Assert.Equal(view, tokens.Read(token, "link-a", Now).Value);
        Assert.Equal(Now, ViewTokens.StartOf(token));
        Assert.Equal("tracking.token", Assert.Single(tokens.Read(token, "link-b", Now).Reasons).Code);
        var parts = token.Split('.');
        foreach (var wrong in new[] { "", ".", "..", view, token + ".", token[..^1], new string('b', 32) + "." + parts[1] + "." + parts[2], parts[0] + "." + (parts[1].StartsWith('9') ? "8" : "9") + parts[1][1..] + "." + parts[2], parts[0] + "..", new string('x', 4_000) })
        {
            Assert.Equal("tracking.token", Assert.Single(tokens.Read(wrong, "link-a", Now).Reasons).Code);
        }

        for (var i = 0; i < token.Length; i++)
        {
            var changed = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Assert.False(tokens.Read(changed, "link-a", Now).IsAccepted);
        }
    }

    [Fact]
    public void Tokens_AfterADay_AreTooOld()
    {
        var tokens = new ViewTokens(_seals);
        var token = tokens.Make(new string('a', 32), "link", Now);
        Assert.True(tokens.Read(token, "link", Now + ViewTokens.Lasts - TimeSpan.FromMilliseconds(1)).IsAccepted);
        Assert.Equal("tracking.token-old", Assert.Single(tokens.Read(token, "link", Now + ViewTokens.Lasts).Reasons).Code);
    }

    [Fact]
    public void PublicTokens_AreLongAndNeverTheSame()
    {
        var made = Enumerable.Range(0, 20_000).Select(_ => PublicTokens.New(Kindred.Core.Members.Randomness.System)).ToArray();
        Assert.Equal(made.Length, made.Distinct(StringComparer.Ordinal).Count());
        Assert.All(made, token => Assert.True(PublicTokens.IsToken(token)));
        Assert.All(new[] { null, "", new string('a', 21), new string('a', 23), new string('-', 22), new string('é', 22), "../" + new string('a', 19) }, wrong => Assert.False(PublicTokens.IsToken(wrong)));
    }
}
