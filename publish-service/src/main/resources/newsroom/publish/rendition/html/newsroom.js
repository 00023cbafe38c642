// Fills "More in …" with what is newest now. A list written into each page would be old when it is read and would lead
// to stories that have since been taken down.
(function () {
  'use strict';
  var more = document.querySelector('[data-latest]');
  if (!more || !window.fetch) return;
  var bare = function (path) { return path.replace(/\/(index\.html)?$/, ''); };
  fetch(more.dataset.latest)
    .then(function (answer) { return answer.ok ? answer.json() : []; })
    .then(function (stories) {
      var list = document.createElement('ul');
      stories
        .filter(function (story) { return bare(story.path) !== bare(location.pathname); })
        .slice(0, 6)
        .forEach(function (story) {
          var item = document.createElement('li');
          var link = document.createElement('a');
          link.href = story.path;
          link.textContent = story.headline;
          item.append(link, ' ');
          var time = document.createElement('time');
          time.dateTime = story.posted;
          time.textContent = story.shown;
          item.append(time);
          list.append(item);
        });
      if (list.children.length) more.insertBefore(list, more.querySelector('.all'));
    })
    .catch(function () { /* the link to the section stays */ });
})();
