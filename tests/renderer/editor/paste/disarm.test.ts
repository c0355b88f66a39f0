// Tests of disarming: nothing acts or fetches any more, and every word is still there.
import { describe, expect, it } from 'vitest';
import { beginning, disarm } from '../../../../renderer/editor/paste/disarm.ts';

describe('disarming', () => {
  it.each([
    ['a handler', '<p onclick="x()">a</p>', '<p>a</p>'],
    ['a handler in any spelling', "<p ONMOUSEOVER = x() oN\nload='y'>a</p>", "<p load='y'>a</p>"],
    ['a handler behind a slash', '<svg/onload=x()>a', '<svg>a'],
    ['a value with what looks like an end', '<p title="a > b" onclick="1 > 0">c</p>', '<p title="a > b">c</p>'],
    ['a script', 'a<script type="x">if (1 < 2) "</p>"</script>b', 'ab'],
    ['a script that never ends', 'a<script>b', 'a'],
    ['a style', 'a<style>p::before{content:"x"}</style>b', 'ab'],
    ['a frame with its words', 'a<iframe src="https://x.example">b</iframe>c', 'ac'],
    ['a comment', 'a<!-- <p>b</p> -->c', 'ac'],
    ['comments of no length', 'a<!-->b<!--->c<!---->d', 'abcd'],
    ['a comment that never ends', 'a<!-- b', 'a'],
    ['what only Word reads', 'a<![if !supportLists]>b<![endif]>c<?xml:namespace x />d', 'abcd'],
    [
      'addresses that load',
      '<img src="https://x.example/a" srcset="b 2x" alt="c">',
      '<img data-src="https://x.example/a" alt="c">',
    ],
    ['a style of one element', '<p style="color: red">a</p>', '<p data-css="color: red">a</p>'],
    ['names that are ours', '<p data-css="mso-list: l0 level1 lfo1" data-src="x">a</p>', '<p>a</p>'],
    ['what steers the page', '<base href="//x.example/"><link rel=x><meta charset=utf-8>a', 'a'],
    ['a doctype', '<!DOCTYPE html><p>a', '<p>a'],
  ])('takes %s', (_name, html, left) => {
    expect(disarm(html)).toBe(left);
  });

  it.each([
    ['words', 'a < b & c > d'],
    ['a lone bracket at the end', 'a <'],
    ['elements', '<h1>a</h1><p>b<br/>c</p>'.replace('/>', '>')],
    ['words that look like a tag in a field', '<textarea><p onclick="x"></textarea>'],
    ['letters that grow in small letters', 'İİİ<b>ẞ</b>'],
    ['elements of Word', '<o:p>a</o:p><st1:place w:st="on">b</st1:place>'],
  ])('keeps %s', (_name, html) => {
    expect(disarm(html)).toBe(html);
  });

  it('keeps its place behind letters that grow in small letters', () => {
    expect(disarm('İİİİ<SCRIPT>x</SCRIPT>a')).toBe('İİİİa');
  });
});

describe('the beginning of pasted HTML', () => {
  it.each([
    ['<td>a</td>', '<td>a</td>'],
    ['<table><tr><td>a', '<table><tr><td>a'],
    ['<p>a</p><td>b', '<span></span><p>a</p><td>b'],
    ['a', 'a'],
  ])('of %s is found', (html, read) => {
    expect(beginning(html)).toBe(read);
  });
});
