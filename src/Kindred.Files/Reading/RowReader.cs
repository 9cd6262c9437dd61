using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Files.Reading;

/// <summary>The rows of a table below its header: hands out sound rows and rejects broken ones, repeated headers and footer lines. Reading the same file again gives the same rows.</summary>
internal sealed class RowReader
{
    /// <summary>Characters of raw text kept for a rejected row.</summary>
    internal const int MostRaw = 4096;

    /// <summary>After this many rejects less raw text is kept of each, so that a file of rubbish cannot fill the memory.</summary>
    private const int ManyRejects = 10_000;

    private const int MostPending = 40;
    private readonly RecordSource _source;
    private readonly string _subject;
    private readonly byte[][] _header;
    private readonly bool _keepsRejects;
    private readonly Dictionary<(RecordFault, int), Reason> _reasons = [];
    private readonly List<Pending> _pending = [];
    private readonly Queue<CopiedRecord> _ready = new();
    private bool _live;
    private bool _ended;

    private sealed record Pending(CopiedRecord? Row, Reject? AsReject);

    internal RowReader(RecordSource source, string subject, IReadOnlyList<string> header, bool keepsRejects)
    {
        _source = source;
        _subject = subject;
        _keepsRejects = keepsRejects;
        _header = [.. header.Select(System.Text.Encoding.UTF8.GetBytes)];
        Current = source;
    }

    /// <summary>The row just reached.</summary>
    internal RecordSource Current { get; private set; }

    internal long RejectCount { get; private set; }

    internal List<Reject> Rejects { get; } = [];

    internal List<FooterLine> Footers { get; } = [];

    internal List<long> RepeatedHeaders { get; } = [];

    internal double Progress => _source.Progress;

    /// <summary>Goes to the next sound row; false at the end.</summary>
    internal bool Next()
    {
        if (_ready.TryDequeue(out var row))
        {
            Current = row;
            return true;
        }

        if (_live)
        {
            _live = false;
            Current = _source;
            return true;
        }

        while (!_ended)
        {
            if (!_source.Next())
            {
                _ended = true;
                SettleAtEnd();
                return Next();
            }

            if (_source.Fault != RecordFault.None)
            {
                RejectFaulty();
            }
            else if (_source.LengthOf(0) == 0 && _source.IsEmptyRow())
            {
                Reject(_source, RowChecks.EmptyRow(_subject));
            }
            else if (IsHeader())
            {
                RepeatedHeaders.Add(_source.Line);
                Reject(_source, RowChecks.RepeatedHeader(_subject));
            }
            else if (MayBeTotal())
            {
                Hold(new Pending(new CopiedRecord(_source), null));
            }
            else if (_pending.Count > 0)
            {
                Release();
                _live = true;
                return Next();
            }
            else
            {
                Current = _source;
                return true;
            }
        }

        return false;
    }

    private void RejectFaulty()
    {
        var reject = Rejected(_source, Reason(_source.Fault, _source.Count));
        if (_source.Fault == RecordFault.FieldCount && FooterWords.IsNotice(reject.RawText))
        {
            Hold(new Pending(null, reject));
        }
        else
        {
            Add(reject);
        }
    }

    private Reason Reason(RecordFault fault, int count)
    {
        if (!_reasons.TryGetValue((fault, count), out var reason))
        {
            reason = RowChecks.OfFault(fault, _subject, count, _source.Width);
            _reasons.Add((fault, count), reason);
        }

        return reason;
    }

    private bool IsHeader()
    {
        if (_source.Count < _header.Length || !CellText.Trim(_source.Field(0)).SequenceEqual(_header[0]) || _header[0].Length == 0)
        {
            return false;
        }

        for (var i = 1; i < _header.Length; i++)
        {
            if (!CellText.Trim(_source.Field(i)).SequenceEqual(_header[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool MayBeTotal()
    {
        var first = 0;
        while (first < _source.Count - 1 && _source.LengthOf(first) == 0)
        {
            first++;
        }

        return FooterWords.IsTotal(_source.Field(first));
    }

    private void Hold(Pending pending)
    {
        if (_pending.Count >= MostPending)
        {
            Release();
        }

        _pending.Add(pending);
    }

    /// <summary>Rows follow: what was held is no footer.</summary>
    private void Release()
    {
        foreach (var pending in _pending)
        {
            if (pending.Row is { } row)
            {
                _ready.Enqueue(row);
            }
            else
            {
                Add(pending.AsReject!);
            }
        }

        _pending.Clear();
    }

    private void SettleAtEnd()
    {
        foreach (var pending in _pending)
        {
            if (pending.AsReject is { } reject)
            {
                AddFooter(reject.RowNumber, reject.RawText);
            }
            else if (Enumerable.Range(0, pending.Row!.Count).Count(i => pending.Row.LengthOf(i) == 0) * 3 >= pending.Row.Count)
            {
                AddFooter(pending.Row.Line, pending.Row.RawText(MostRaw));
            }
            else
            {
                _ready.Enqueue(pending.Row);
            }
        }

        _pending.Clear();
    }

    private void AddFooter(long line, string text)
    {
        Footers.Add(new FooterLine(line, text));
        Add(new Reject(line, RowChecks.Footer(_subject), text));
    }

    private void Reject(RecordSource row, Reason reason) => Add(Rejected(row, reason));

    private Reject Rejected(RecordSource row, Reason reason) => new(row.Line, reason, row.RawText(Rejects.Count < ManyRejects ? MostRaw : 200));

    private void Add(Reject reject)
    {
        RejectCount++;
        if (_keepsRejects)
        {
            Rejects.Add(reject);
        }
    }
}
