using System.Text;
using Kindred.Documents.Tracking;
using Xunit;

namespace Kindred.Tests.Documents;

/// <summary>T24: whatever a browser sends is read or refused, and never throws.</summary>
public sealed class BeatMessageTests
{
    private const string Good = """{"v":"token","q":3,"t":7.5,"p":[[1,2.5,2.5,0],[2,0,1,0.25]],"n":4,"e":0}""";

    [Fact]
    public void Read_AGoodBody_GivesItsNumbers()
    {
        var read = Read(Good).Value;
        Assert.Equal(("token", 3, 7.5, 4, false), (read.View, read.Sequence, read.ElapsedSeconds, read.Inputs, read.IsEnd));
        Assert.Equal([new BeatPage(1, 2.5, 2.5, 0), new BeatPage(2, 0, 1, 0.25)], read.Pages);
        Assert.Equal(10_000, Read(Good.Replace("\"n\":4", "\"n\":2000000", StringComparison.Ordinal)).Value.Inputs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("\"x\"")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":{},\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[1],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[[1,1,1]],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[[0,1,1,0]],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[[2001,1,1,0]],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[[1,2,1,0]],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[[1,-1,1,0]],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[[1,0,1,-1]],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[[1,1e999,1e999,0]],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[[1,1,90000,0]],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[[1,1,1,0],[1,1,1,0]],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":0,\"t\":1,\"p\":[],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1.5,\"t\":1,\"p\":[],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":-1,\"p\":[],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1e999,\"p\":[],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":NaN,\"p\":[],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":1,\"q\":1,\"t\":1,\"p\":[],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"\\ud800\",\"q\":1,\"t\":1,\"p\":[],\"n\":0,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[],\"n\":99999999999,\"e\":0}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[],\"n\":0,\"e\":true}")]
    [InlineData("{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[[[[[[]]]]]],\"n\":0,\"e\":0}")]
    public void Read_WhatIsNoBeat_IsRefused(string body)
    {
        var reason = Assert.Single(Read(body).Reasons);
        Assert.Equal("tracking.body", reason.Code);
        Assert.Equal(("읽을 수 없는 기록이에요.", "The body of the beat cannot be read."), (reason.Message.Ko, reason.Message.En));
    }

    [Fact]
    public void Read_TooLongOrTooManyPages_IsRefused()
    {
        Assert.False(Read(Good.Replace("token", new string('a', Beat.MostBytes), StringComparison.Ordinal)).IsAccepted);
        string Pages(int count) => "{\"v\":\"t\",\"q\":1,\"t\":1,\"p\":[" + string.Join(',', Enumerable.Range(1, count).Select(page => $"[{page:D1},0,0,0]")) + "],\"n\":0,\"e\":0}";
        Assert.True(Read(Pages(Beat.MostPages)).IsAccepted);
        Assert.False(Read(Pages(Beat.MostPages + 1)).IsAccepted);
    }

    [Fact]
    public void Read_FiftyThousandMutatedBodies_NeverThrows()
    {
        var random = new Random(24);
        byte[][] seeds = [.. new[] { Good, "{\"v\":\"\\ud83d\\ude00\",\"v\":\"t\",\"q\":1e0,\"t\":1e308,\"p\":[[1,0,0,0]],\"n\":-1,\"e\":9}", "[[[[[[[[[[", "{\"p\":[[1e400]]}" }.Select(Encoding.UTF8.GetBytes)];
        string[] parts = ["1e999", "-0", "\"\\u0000\"", "\"\\ud800\"", "null", "{}", "[]", "true", "18446744073709551616", "0.1e-400", ",", "\uFEFF", "\"", "[[[[", "NaN"];
        var accepted = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var body = seeds[random.Next(seeds.Length)].ToList();
            for (var change = random.Next(1, 5); change > 0 && body.Count > 0; change--)
            {
                var at = random.Next(body.Count);
                switch (random.Next(5))
                {
                    case 0: body[at] = (byte)random.Next(256); break;
                    case 1: body.RemoveAt(at); break;
                    case 2: body.InsertRange(at, Encoding.UTF8.GetBytes(parts[random.Next(parts.Length)])); break;
                    case 3: body.RemoveRange(at, Math.Min(body.Count - at, random.Next(1, 20))); break;
                    default: body.InsertRange(at, body.GetRange(0, random.Next(Math.Min(body.Count, 40)))); break;
                }
            }

            if (BeatMessage.Read(body.ToArray()).TryGet(out var beat, out var reasons))
            {
                accepted++;
                Assert.True(double.IsFinite(beat.ElapsedSeconds) && beat.Sequence >= 1 && beat.Pages.All(page => page.Page is >= 1 and <= 2_000 && page.Active >= 0 && page.Visible >= page.Active && double.IsFinite(page.Visible + page.Uncertain)));
                Assert.Equal(beat.Pages, BeatText.Read(ViewEvent.Of("v", beat, DateTimeOffset.UnixEpoch)).Pages);
            }
            else
            {
                Assert.Equal("tracking.body", Assert.Single(reasons).Code);
            }
        }

        Assert.InRange(accepted, 100, 40_000);
    }

    private static Kindred.Core.Basics.Result<BeatMessage> Read(string body) => BeatMessage.Read(Encoding.UTF8.GetBytes(body));
}
