using System.Text;
using Kindred.Core.Basics;

namespace Kindred.Tests.Cli;

/// <summary>A folder with small inputs, gone after the test.</summary>
internal sealed class CliFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("kindred-cli-").FullName;

    public string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(Root, name), text);
        return name;
    }

    /// <summary>A deals file: industry and size of a company, and its stage; every third deal is won unless told otherwise.</summary>
    public string Deals(string name = "deals.csv", int rows = 120, Func<int, bool>? isWon = null)
    {
        var text = new StringBuilder("Deal Name,Company,Industry,Employees,Close Date,Stage\n");
        for (var row = 0; row < rows; row++)
        {
            var won = isWon?.Invoke(row) ?? row % 3 == 0;
            text.Append(Format.Whole(row)).Append(" licence,Firm ").Append(Format.Whole(row)).Append(',')
                .Append(row % 2 == 0 ? "Software" : "Retail").Append(',').Append(Format.Whole(10 + row * 37 % 400)).Append(',')
                .Append(Format.Date(new DateOnly(2025, 1, 6).AddDays(row * 3))).Append(won ? ",Closed Won\n" : ",Closed Lost\n");
        }

        return Write(name, text.ToString());
    }

    public Task<CommandRun> RunAsync(params string[] args) => CommandRun.InAsync(Root, args);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
