using System.Buffers;
using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;
using Kindred.Files.Writing;

namespace Kindred.Files.Scoring;

/// <summary>Writes scored rows: everything but the id is one of few texts, made once.</summary>
internal sealed class ScoredCsv : IDisposable
{
    private static readonly SearchValues<byte> Plain = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.:/#"u8);
    private readonly Stream _target;
    private readonly byte[] _buffer = new byte[1 << 18];
    private readonly byte[][] _whole;
    private readonly byte[][] _afterScore;
    private readonly byte[][] _states;
    private readonly byte[][][] _reasons;
    private readonly byte[] _card;
    private readonly byte[] _idless = new byte[24];
    private int _used;

    internal ScoredCsv(Stream target, RowScorer scorer, string idHeader, Language language)
    {
        _target = target;
        var card = scorer.Card;
        _whole = [.. Enumerable.Range(0, 101).Select(score => Encoding.UTF8.GetBytes(Format.Whole(score)))];
        _afterScore = [.. Enumerable.Range(0, 101).Select(score => Encoding.UTF8.GetBytes($",{(card.Calibration is { } calibration ? Format.Fixed(calibration.Probability[score], 4) : "")},{Band(score)},"))];
        _states = [.. Enum.GetValues<ScoreState>().Select(state => Encoding.UTF8.GetBytes(ScoreStates.Code(state) + ","))];
        _reasons = [.. scorer.Fields.Select((_, field) => field < card.Attributes.Count ? card.Attributes[field].Bins.Select(bin => Reason(card.Attributes[field], bin, language)).ToArray() : [])];
        _card = Encoding.UTF8.GetBytes("," + SafeCsv.Cell($"{card.Name} v{Format.Whole(card.Version)} ({card.State.ToString().ToLowerInvariant()})") + "\r\n");
        Put(Encoding.UTF8.GetPreamble());
        Put(Encoding.UTF8.GetBytes(SafeCsv.Cell(idHeader) + ",score,low,high,probability,band,state,top_reason,card\r\n"));
    }

    /// <summary>Ten points wide; 100 belongs to the last.</summary>
    internal static string Band(int score) => score >= 90 ? "90-100" : Format.Whole(score / 10 * 10) + "-" + Format.Whole((score / 10 * 10) + 9);

    /// <summary>A row under its id as written in the file.</summary>
    internal void Write(ReadOnlySpan<byte> id, in ScoredRow row)
    {
        if (_used + id.Length + 1024 > _buffer.Length)
        {
            Flush();
        }

        // Ids of letters and digits go as they are; others are quoted and kept from becoming formulas.
        if (id.Length < 256 && id.IndexOfAnyExcept(Plain) < 0)
        {
            Append(id);
        }
        else
        {
            Put(Encoding.UTF8.GetBytes(SafeCsv.Cell(Reading.CellText.Clean(id))));
        }

        Rest(row);
    }

    /// <summary>A row under its line in the file.</summary>
    internal void Write(long line, in ScoredRow row)
    {
        if (_used + 1024 > _buffer.Length)
        {
            Flush();
        }

        System.Buffers.Text.Utf8Formatter.TryFormat(line, _idless, out var written);
        Append(_idless.AsSpan(0, written));
        Rest(row);
    }

    public void Dispose()
    {
        Flush();
        _target.Dispose();
    }

    private void Rest(in ScoredRow row)
    {
        var score = row.Score;
        _buffer[_used++] = (byte)',';
        Append(_whole[score.Score]);
        _buffer[_used++] = (byte)',';
        Append(_whole[score.Low]);
        _buffer[_used++] = (byte)',';
        Append(_whole[score.High]);
        Append(_afterScore[score.Score]);
        Append(_states[(int)score.State]);
        if (row.TopField >= 0)
        {
            Put(_reasons[row.TopField][row.TopBin]);
        }

        Put(_card);
    }

    private static byte[] Reason(CardAttribute attribute, CardBin bin, Language language)
    {
        var fields = new Dictionary<string, Field>(StringComparer.Ordinal) { [attribute.Field] = new(attribute.Field, attribute.Label, FieldLevel.Company) };
        var text = bin.Condition is { } condition ? ConditionWording.Of(condition, language, fields) : attribute.Label.In(language) + (language == Language.Korean ? ": 그 밖의 값" : ": another value");
        return Encoding.UTF8.GetBytes(SafeCsv.Cell(text + " +" + Format.Whole(bin.Points)));
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (_used + bytes.Length + 256 > _buffer.Length)
        {
            Flush();
        }

        if (bytes.Length + 256 > _buffer.Length)
        {
            _target.Write(bytes);
            return;
        }

        Append(bytes);
    }

    private void Flush()
    {
        _target.Write(_buffer.AsSpan(0, _used));
        _used = 0;
    }
}
