using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Kindred.Tests.Architecture;

/// <summary>An exception in an <c>async void</c> method ends the process and nobody can await it.</summary>
public sealed class AsyncVoidTests
{
    private static readonly string[] Assemblies = ["Kindred.Statistics", "Kindred.Core", "Kindred.Files", "Kindred.Reports", "Kindred.Sample", "Kindred.Storage", "kindred"];

    [Fact]
    public void Methods_OfTheProduct_AreNeverAsyncVoid() => Findings.AreNone(Assemblies.Select(Assembly.Load).SelectMany(Found));

    [Fact]
    public void Found_OfAPlantedMethod_ReportsIt() =>
        Assert.Equal(["AsyncVoidTests.Planted"], Found(typeof(AsyncVoidTests).Assembly).Where(name => name.StartsWith(nameof(AsyncVoidTests), StringComparison.Ordinal)));

    private static IEnumerable<string> Found(Assembly assembly) =>
        assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

#pragma warning disable IDE0051 // Planted: found by reflection only.
    private static async void Planted() => await Task.Yield();
#pragma warning restore IDE0051
}
